/** Imports modules of the checkout into commands and into Vite's configuration, which Vite itself does not load. */
import { runnerImport } from "vite";

const ENTRY = "virtual:all";

/** The modules at these absolute paths, in their order. One environment for all: making one costs more than what it loads. */
export async function importAll<T>(paths: readonly string[]): Promise<T[]> {
  const { module } = await runnerImport<{ all: T[] }>(ENTRY, {
    plugins: [
      {
        name: "all",
        resolveId: (id) => (id === ENTRY ? id : undefined),
        load: (id) => (id === ENTRY ? entryOf(paths) : undefined),
      },
    ],
  });
  return module.all;
}

const entryOf = (paths: readonly string[]): string =>
  [
    ...paths.map((path, i) => `import * as module${i} from ${JSON.stringify(path)};`),
    `export const all = [${paths.map((_, i) => `module${i}`).join(", ")}];`,
  ].join("\n");
