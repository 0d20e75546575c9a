/** The site's pages as functions: its server entry, built as the page is. */
import { join, resolve } from "node:path";
import { build, runnerImport, type Plugin } from "vite";
import type * as Server from "../../src/app/server.tsx";

const FOLDER = resolve(".cache/server");

/** Nothing trains while pages are written, and bundling the worker again takes longer than all else. */
const withoutWorker: Plugin = {
  name: "without-worker",
  enforce: "pre",
  load: (id) => (/[?&]worker\b/.test(id) ? 'export default "";' : undefined),
};

export async function buildServer(): Promise<typeof Server> {
  // The same configuration as the page's build, so that addresses of files come out the same.
  await build({
    logLevel: "warn",
    plugins: [withoutWorker],
    build: {
      ssr: "src/app/server.tsx",
      outDir: FOLDER,
      copyPublicDir: false,
      // One file: what loads it cannot follow imports that are made later.
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const { module } = await runnerImport<typeof Server>(join(FOLDER, "server.js"));
  return module;
}
