/** `virtual:code-versions` exports `codeVersions`: for each demo the name of the code that its numbers come from. */
import type { Plugin } from "vite";
import { codeVersions } from "./code-version.ts";

const NAME = "virtual:code-versions";
const RESOLVED = `\0${NAME}`;

/** `root` is the absolute path of the checkout. */
export function codeVersionsPlugin(root: string): Plugin {
  let known: Record<string, string> | undefined;
  return {
    name: "code-versions",
    async buildStart() {
      // Builds of its own: among the modules of the site's build they would wait for the bundler's threads, which wait for them.
      if (this.environment.config.command === "build") known = await codeVersions(root);
    },
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    async load(id) {
      if (id !== RESOLVED) return undefined;
      const versions =
        known ??
        (await codeVersions(root).catch((error: Error) => {
          // The development server goes on: a demo that is being written may have no name yet.
          this.warn(error.message);
          return {};
        }));
      return `export const codeVersions = ${JSON.stringify(versions)};`;
    },
    hotUpdate() {
      // Any file may be one that a program reaches: it is computed anew with the next page.
      const module = this.environment.moduleGraph.getModuleById(RESOLVED);
      if (module) this.environment.moduleGraph.invalidateModule(module);
    },
  };
}
