/** Serves the built site for the browser tests, on PORT, as `npm start` does. */
import { preview } from "vite";

export async function main(): Promise<void> {
  await preview({
    preview: { port: Number(process.env.PORT), strictPort: true },
    logLevel: "warn",
  });
}
