/** `node scripts/run.mjs NAME [ARGUMENTS]`: runs `scripts/NAME.ts`. Vite loads it, so that scripts see the modules that the site is built of. */
import { createServer } from "vite";

const [, , name, ...args] = process.argv;
const server = await createServer({
  appType: "custom",
  logLevel: "warn",
  optimizeDeps: { noDiscovery: true, include: [] },
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
});
const { main } = await server.ssrLoadModule(`/scripts/${name}.ts`);
try {
  await main(args);
} finally {
  await server.close();
}
