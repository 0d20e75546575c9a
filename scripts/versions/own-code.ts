/**
 * A demo's own code as it runs: its program and all that this reaches outside the core, bundled, without types, comments or
 * white space, local names made short. Where it names an operation of the core stand the digits of the bits that this gives. So
 * neither a comment nor another way to write the same changes the text. Another version of the bundler may.
 */
import { readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { build, parseSync, type Plugin, type Rolldown } from "vite";
import { declaredDemo } from "../checkout/declared-demo.ts";
import { ENGINE, PINNED, type Fingerprint } from "./core-bits.ts";

export interface OwnCode {
  readonly text: string;
  /** The files that it comes from: paths below the checkout, sorted. */
  readonly files: readonly string[];
}

/** `root` is the absolute path of the checkout. Throws where an operation has no fingerprint. */
export async function ownCode(root: string, id: string, core: Fingerprint): Promise<OwnCode> {
  const folder = join(root, "src/papers", id);
  const result = (await build({
    configFile: false,
    root,
    logLevel: "silent",
    plugins: [coreDigits(root, core), withoutDeclaration(join(folder, "demo.ts"))],
    build: {
      write: false,
      ssr: true,
      target: "esnext",
      rolldownOptions: {
        input: join(folder, "program.ts"),
        // Constants, the digits among them, stand where they are used, whichever file they come from.
        optimization: { inlineConst: { mode: "all", pass: 3 } },
        output: {
          format: "es",
          comments: false,
          minify: {
            compress: false,
            mangle: { toplevel: true },
            codegen: { removeWhitespace: true },
          },
        },
      },
    },
  })) as Rolldown.RolldownOutput;
  const [{ code, moduleIds }] = result.output;
  const unknown = new Set([...code.matchAll(/no digits of ([\w.-]+)/g)].map(([, name]) => name));
  if (unknown.size > 0) {
    throw new Error(
      `${id} uses ${[...unknown].join(", ")}, of which ${PINNED} has no digits. Give each an entry beside its like in scripts/versions (elementary.ts, of-networks.ts) and run npm run fingerprint.`,
    );
  }
  return { text: code, files: moduleIds.map((path) => relative(root, path)).toSorted() };
}

/** In place of the core's modules: for each name that one exports, its digits. */
function coreDigits(root: string, core: Fingerprint): Plugin {
  return {
    name: "core-digits",
    enforce: "pre",
    load(path) {
      const [, room] = /^src\/(math|engine)\//.exec(relative(root, path)) ?? [];
      if (room === undefined) return undefined;
      const code = exportedNames(path)
        .map((name) => {
          const known = room === "engine" ? ENGINE : `${basename(path, ".ts")}.${name}`;
          const digits = core[known];
          return `export const ${name} = "${digits ? `core ${digits}` : `no digits of ${known}`}";`;
        })
        .join("\n");
      return { code, moduleType: "js", moduleSideEffects: false };
    },
  };
}

const exportedNames = (path: string): string[] =>
  parseSync(path, readFileSync(path, "utf8"))
    .module.staticExports.flatMap(({ entries }) => entries)
    .filter(({ isType }) => !isType)
    .map(({ exportName }) => exportName.name!);

/** The declaration counts by what it says, not by how: see `declaration.ts`. What else its file exports stays. */
function withoutDeclaration(file: string): Plugin {
  return {
    name: "without-declaration",
    transform(code, path) {
      if (path !== file) return undefined;
      const declared = declaredDemo(this.parse(code));
      if (!declared) throw new Error(`${file} has no “export const demo = …”.`);
      return code.slice(0, declared.start) + "null" + code.slice(declared.end);
    },
  };
}
