/**
 * `npm start`: a fresh checkout becomes a site on this machine, on PORT or the first free port from 4173 on. Node's own modules until
 * packages are installed. Ends with code 2 where PORT is no port, with 1 where it is taken, and with the build's where that fails.
 */
import { spawnSync } from "node:child_process";
import { mustBeFree, portAsked } from "./machine/port.mjs";
import { endWith } from "./machine/reason.mjs";
import { wordsAsked } from "./machine/asked-words.mjs";
import { prepare } from "./setup.mjs";

wordsAsked(
  "Usage: npm start\n\n  PORT in the environment names the port (default: the first free one from 4173 on).",
);

await start().catch(endWith);

async function start() {
  const port = portAsked();
  // Before the build, which takes a minute.
  if (port !== undefined) await mustBeFree(port);
  prepare();
  for (const args of [
    ["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"],
    ["scripts/run.mjs", "prerender"],
  ]) {
    const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
    if (status !== 0) {
      process.exitCode = status ?? 1;
      return;
    }
  }
  const { preview } = await import("vite");
  // A port that was asked for is meant; otherwise the next free one will do.
  const server = await preview({ preview: { port: port ?? 4173, strictPort: port !== undefined } });
  console.log(`\nLive Paper Notes: ${server.resolvedUrls.local[0]}   (Ctrl+C stops it)`);
}
