/**
 * `node scripts/run.mjs NAME [ARGUMENTS]`: runs `scripts/NAME.ts`. Vite loads it, so that scripts see the modules that the site is
 * built of. `--help` prints the command's USAGE. Ends with code 2 where the request makes no sense, after saying so and how it is
 * used, and with 1 where the machine does not let it be done.
 */
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "vite";
import { endWith } from "./machine/reason.mjs";

const [, , name, ...args] = process.argv;
if (existsSync(`scripts/${name}.ts`)) await run().catch(endWith);
else {
  const names = readdirSync("scripts").flatMap((file) => /^(.*)\.ts$/.exec(file)?.slice(1) ?? []);
  const usage = `Usage: node scripts/run.mjs NAME [ARGUMENTS]\n\n  NAME   ${names.join(", ")}`;
  if (name === "--help") console.log(usage);
  else {
    const wrong = name ? `There is no command “${name}”: scripts/${name}.ts is not there.` : "";
    console.error(`${wrong || "Name a command."}\n\n${usage}`);
    process.exitCode = 2;
  }
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
    const { main, USAGE } = await server.ssrLoadModule(`/scripts/${name}.ts`);
    if (args.includes("--help")) {
      console.log(USAGE);
      return;
    }
    const refuse = (sentence) => {
      console.error(`${sentence}\n\n${USAGE}`);
      process.exitCode = 2;
    };
    if (main.length === 0 && args.length > 0)
      return refuse(`${name} takes no arguments: what is “${args.join(" ")}” for?`);
    try {
      await main(args);
    } catch (error) {
      if (error.name !== "UsageError") throw error;
      refuse(error.message);
    }
  } finally {
    await server.close();
  }
}
