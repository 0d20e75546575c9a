/**
 * `node scripts/run.mjs NAME [ARGUMENTS]`: runs `scripts/NAME.ts`. Vite loads it, so that scripts see the modules that the site is
 * built of. Ends with code 2 where the request makes no sense, and with 1 where the machine does not let it be done.
 */
import { existsSync } from "node:fs";
import { createServer } from "vite";
import { endWith } from "./machine/reason.mjs";

const [, , name, ...args] = process.argv;
if (existsSync(`scripts/${name}.ts`)) await run().catch(endWith);
else {
  console.error(`There is no command “${name}”: scripts/${name}.ts is not there.`);
  process.exitCode = 2;
}

async function run() {
  const server = await createServer({
    appType: "custom",
    // Bundling the configuration would write a file: a checkout may be one that can only be read.
    configLoader: "runner",
    // The development server's is its own: what is prepared there for the browser would be thrown away.
    cacheDir: ".cache/vite-scripts",
    logLevel: "warn",
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  });
  try {
    const { main } = await server.ssrLoadModule(`/scripts/${name}.ts`);
    if (main.length === 0 && args.length > 0) {
      console.error(`${name} takes no arguments: what is “${args.join(" ")}” for?`);
      process.exitCode = 2;
      return;
    }
    await main(args);
  } finally {
    await server.close();
  }
}
