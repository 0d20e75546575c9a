/** Makes a module of each demo's code: `src/papers/wgan/ring/program.ts?code` exports `code`, a `DemoCode`. */
import type { Plugin } from "vite";
import type { Note, Sources } from "../notes/note.ts";
import { atBase } from "../notes/at-base.ts";
import { demoCode } from "./demo-code.ts";

export interface CodeOptions {
  /** Absolute path of the folder of papers. */
  readonly papers: string;
  /** As they are now. */
  readonly notes: () => Promise<readonly Note[]>;
  readonly sources: () => Promise<Sources>;
}

export function codePlugin({ papers, notes, sources }: CodeOptions): Plugin {
  let base = "/";
  return {
    name: "code",
    configResolved(config) {
      ({ base } = config);
    },
    async load(id) {
      if (!id.startsWith(`${papers}/`) || !id.endsWith("/program.ts?code")) return undefined;
      const demo = id.slice(papers.length + 1, -"/program.ts?code".length);
      const paper = (await sources()).papers[demo.split("/")[0]!]!;
      const { paths, ...code } = await demoCode(papers, demo, await notes(), paper);
      for (const path of paths) this.addWatchFile(path);
      const files = code.files.map((file) => ({ ...file, html: atBase(file.html, base) }));
      const placed = JSON.stringify(JSON.stringify({ ...code, files }));
      return `export const code = JSON.parse(${placed});`;
    },
  };
}
