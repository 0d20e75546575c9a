/**
 * Where the parts of a paper's demos are found, and which code their numbers come from, as a module for each paper:
 * `src/papers/wgan/paper.ts?demos`. A page fetches it with the first figure of the paper, so that none grows with the demos of others.
 */
import type { Plugin } from "vite";
import { codeVersions } from "../versions/code-version.ts";

const QUERIED = /\/src\/papers\/([^/]+)\/paper\.ts\?demos$/;

// Posters are fetched as data by readers, so that they are no code; the prerender reads them as modules: it has no server to fetch from.
const moduleOf = (versions: Readonly<Record<string, string>>): string => `
export const parts = {
  demos: import.meta.glob("./*/demo.ts"),
  views: import.meta.glob("./*/views.tsx"),
  posterUrls: import.meta.glob("./*/poster.json", { query: "?url", import: "default", eager: true }),
  posters: import.meta.env.SSR ? import.meta.glob("./*/poster.json") : {},
  versions: ${JSON.stringify(versions)},
};`;

/** `root` is the absolute path of the checkout. */
export function demosPlugin(root: string): Plugin {
  let known: Record<string, string> | undefined;
  return {
    name: "demos",
    async buildStart() {
      // Builds of its own: among the modules of the site's build they would wait for the bundler's threads, which wait for them.
      if (this.environment.config.command === "build") known = await codeVersions(root);
    },
    async load(id) {
      const [, paper] = QUERIED.exec(id) ?? [];
      if (paper === undefined) return undefined;
      const versions =
        known ??
        (await codeVersions(root).catch((error: Error): Record<string, string> => {
          // The development server goes on: a demo that is being written may have no name yet.
          this.warn(error.message);
          return {};
        }));
      const own = Object.entries(versions).filter(([demo]) => demo.startsWith(`${paper}/`));
      return moduleOf(Object.fromEntries(own));
    },
    hotUpdate() {
      // Any file may be one that a program reaches: versions are computed anew with the next page.
      const { moduleGraph } = this.environment;
      for (const [id, module] of moduleGraph.idToModuleMap)
        if (QUERIED.test(id)) moduleGraph.invalidateModule(module);
    },
  };
}
