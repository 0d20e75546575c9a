/** Reads the real imports of the source tree. */
import { readdirSync, readFileSync } from "node:fs";
import { join, normalize, dirname } from "node:path";

export interface Module {
  /** Path, with `/`. */
  readonly path: string;
  /** Paths from where `path` begins for our own files, package names for others. */
  readonly imports: readonly string[];
}

/**
 * Static and dynamic imports, re-exports, globs and files named by their address; comments, which begin after white space
 * and globs don't, are taken out first. No name of a module has angle brackets: the text of an element may end in “from”.
 */
const PATTERN =
  /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+|import\.meta\.glob(?:<[^>]*>)?\(\s*|\bnew URL\(\s*(?=["'][^"']+["'],\s*import\.meta\.url))["']([^"'<>]+)["']/g;
export function importsOf(path: string, source: string): Module {
  const code = source.replace(/(^|\s)\/\*[\s\S]*?\*\//g, "$1").replace(/^\s*\/\/.*$/gm, "");
  const imports = [...code.matchAll(PATTERN)].map(([, target]) => {
    if (!target!.startsWith(".")) return packageOf(target!);
    return normalize(join(dirname(path), target!.replace(/\?.*$/, "")));
  });
  return { path, imports };
}

const packageOf = (specifier: string): string =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

/** All TypeScript modules of `src`, with paths below it. */
export const sourceModules = (): Module[] =>
  readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith("math/kernels/assembly"))
    .map((path) => importsOf(path, readFileSync(join("src", path), "utf8")));
