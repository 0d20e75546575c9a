/** `node scripts/run.mjs NAME [ARGUMENTS]`: runs `scripts/NAME.ts`. Vite loads it, so that scripts see the modules that the site is built of. */
import { resolve } from "node:path";
import { runnerImport } from "vite";

const [, , name, ...args] = process.argv;
const { module } = await runnerImport(resolve(`scripts/${name}.ts`), {
  configFile: resolve("vite.config.ts"),
  logLevel: "warn",
});
await module.main(args);
