/**
 * `src/app/worker.ts?files` exports `files`: what the worker of a build is made of, so that the page can fetch it and say how far it
 * is. Empty in the development server, where nothing is bundled.
 */
import { statSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** Stands in the module until the worker has been built. */
const PLACE = "__FILES_OF_THE_WORKER__";
const BINARY = "node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm";

/** `plugin` is for the page's build, `worker` for those of its workers. `root` is the absolute path of the checkout. */
export function engineFilesPlugins(root: string): {
  readonly plugin: Plugin;
  readonly worker: Plugin;
} {
  let built = "";
  return {
    worker: {
      name: "files-of-worker",
      apply: "build",
      generateBundle(_, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
        const first = chunks.find(({ isEntry }) => isEntry);
        // Other workers are none of its files.
        if (first?.name !== "worker") return;
        const files = new Set([first.fileName, ...first.imports]);
        built = chunks
          .filter(({ fileName }) => files.has(fileName))
          .map(({ fileName, code }) => `${fileName} ${Buffer.byteLength(code)}`)
          .join();
      },
    },
    plugin: {
      name: "engine-files",
      load(id) {
        if (!id.endsWith("/src/app/worker.ts?files")) return undefined;
        const { size } = statSync(join(root, BINARY));
        return `export const files = { scripts: "${PLACE}", binaryBytes: ${size} };`;
      },
      renderChunk(code) {
        return code.includes(PLACE) ? { code: code.replace(PLACE, built), map: null } : null;
      },
    },
  };
}
