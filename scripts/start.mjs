/** `npm start`: a fresh checkout becomes a site on this machine. Node's own modules until packages are installed. */
import { execFileSync } from "node:child_process";
import { prepare } from "./setup.mjs";

prepare();
const run = (...args) => execFileSync(process.execPath, args, { stdio: "inherit" });
run("node_modules/vite/bin/vite.js", "build", "--logLevel", "warn");
run("scripts/run.mjs", "prerender");

const { preview } = await import("vite");
const asked = process.env.PORT;
// A port that was asked for is meant; otherwise the next free one will do.
const server = await preview({
  preview: { port: Number(asked ?? 4173), strictPort: asked !== undefined },
});
console.log(`\nLive Paper Notes: ${server.resolvedUrls.local[0]}   (Ctrl+C stops it)`);
