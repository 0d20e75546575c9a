/** The files of a paper that a demo runs, found by following real imports from its program. */
import { readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { parseSync } from "vite";

export interface SourceFile {
  /** Path below the paper's folder: `"losses.ts"`, `"ring/program.ts"`. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  /** Offsets of its comments. */
  readonly comments: readonly { readonly start: number; readonly end: number }[];
}

/**
 * The program, then what it imports from its paper's folder, in the order of imports; the demo's declaration, which is
 * settings and words, comes last.
 *
 * @param papers absolute path of the folder of papers
 * @param demo `"wgan/ring"`
 */
export function sourceFiles(papers: string, demo: string): SourceFile[] {
  const [paper] = demo.split("/") as [string];
  const folder = join(papers, paper);
  const found = new Map<string, SourceFile>();
  const pending = [join(papers, demo, "program.ts")];
  for (const path of pending) {
    if (found.has(path)) continue;
    const text = readFileSync(path, "utf8");
    const { module, comments, errors } = parseSync(path, text);
    if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`);
    const name = relative(folder, path).replaceAll(sep, "/");
    found.set(path, { name, path, text, comments });
    const requests = [
      ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
      ...module.staticExports.flatMap(({ entries }) =>
        entries.map(({ moduleRequest }) => moduleRequest?.value),
      ),
    ];
    for (const request of requests) {
      if (!request?.startsWith(".")) continue;
      const target = join(dirname(path), request);
      if (target.startsWith(folder + sep)) pending.push(target);
    }
  }
  const isDeclaration = ({ name }: SourceFile): boolean => name.endsWith("/demo.ts");
  const files = [...found.values()];
  return [...files.filter((file) => !isDeclaration(file)), ...files.filter(isDeclaration)];
}
