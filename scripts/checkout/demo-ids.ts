/** Which demos and papers the checkout has: their folders are their registration. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const foldersOf = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** Folders under `src/papers` that hold a `paper.ts`; `root` is the path of the checkout. */
export function paperIds(root: string): string[] {
  const papers = join(root, "src/papers");
  return foldersOf(papers).filter((id) => existsSync(join(papers, id, "paper.ts")));
}

/** `paper/demo` for each folder that holds a `demo.ts`. */
export function demoIds(root: string): string[] {
  const papers = join(root, "src/papers");
  return foldersOf(papers).flatMap((paper) =>
    foldersOf(join(papers, paper))
      .filter((name) => existsSync(join(papers, paper, name, "demo.ts")))
      .map((name) => `${paper}/${name}`),
  );
}
