/** Serves the built site for the browser tests, on PORT, as `npm start` does. */
import { preview } from "vite";
import { portAsked } from "./machine/port.mjs";

export const USAGE = `Usage: node scripts/run.mjs serve

  The port is the one that the variable PORT names.`;

export async function main(): Promise<void> {
  await preview({
    preview: { port: portAsked(), strictPort: true },
    logLevel: "warn",
  });
}
