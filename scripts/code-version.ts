/**
 * Names the code that a demo's numbers come from: a hash of every file that its program reaches by imports, of the engine
 * and the kernels that run it, of the packages among them by their locked versions, and of the data files that it declares.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runnerImport } from "vite";
import type { Demo } from "../src/contract/demo.ts";
import { COMPILER, MADE_FROM, MODULE } from "./build-kernels.mjs";
import { demoIds } from "./checkout/demo-ids.ts";
import { importsOf } from "./checkout/imports.ts";

/** What every run goes through, whichever the demo. */
const ENGINE = ["src/engine/headless.ts", "src/engine/runner.ts", "src/math/backend.ts"];
const DIGITS = 10;

export interface Closure {
  /** Paths below the checkout, sorted. */
  readonly files: readonly string[];
  /** Names of packages, sorted. */
  readonly packages: readonly string[];
}

/** Everything that the given files reach. */
export function closureOf(root: string, entries: readonly string[]): Closure {
  const files = new Set<string>();
  const packages = new Set<string>();
  const pending = [...entries];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (files.has(path)) continue;
    if (path === MODULE) {
      // Built here, not committed: what it is made of stands for it.
      pending.push(...MADE_FROM);
      packages.add(COMPILER);
      continue;
    }
    files.add(path);
    if (!/\.m?[jt]sx?$/.test(path)) continue;
    const { imports } = importsOf(path, readFileSync(join(root, path), "utf8"), { types: false });
    for (const target of imports) {
      if (target.startsWith("node:")) continue;
      if (target.includes("/") && !target.startsWith("@")) pending.push(fileOf(root, path, target));
      else packages.add(target);
    }
  }
  return { files: [...files].sort(), packages: [...packages].sort() };
}

/** The file that an import means; AssemblyScript leaves the ending out. */
function fileOf(root: string, from: string, target: string): string {
  const found = [target, `${target}.ts`].find(
    (path) => path === MODULE || existsSync(join(root, path)),
  );
  if (!found) throw new Error(`${from} imports ${target}, which cannot be followed.`);
  return found;
}

/** What a demo's numbers depend on, its data files included; `trained: false` leaves out the weights that it ships. */
export async function demoClosure(
  root: string,
  id: string,
  { trained = true } = {},
): Promise<Closure> {
  const folder = `src/papers/${id}`;
  const { files, packages } = closureOf(root, [
    `${folder}/demo.ts`,
    `${folder}/program.ts`,
    ...ENGINE,
  ]);
  const { module } = await runnerImport<{ demo: Demo }>(join(root, folder, "demo.ts"));
  const { data = {}, weights = [] } = module.demo;
  const read = [...Object.values(data), ...(trained ? weights.map(({ file }) => file) : [])];
  return { files: [...files, ...read.map((path) => join("public", path))].sort(), packages };
}

/** Ten hexadecimal digits that change with any of it, comments included. `id` is like `"wgan/ring"`. */
export async function codeVersion(id: string, root = process.cwd()): Promise<string> {
  return versionOf(root, await demoClosure(root, id));
}

/** The same for the training that makes the demo's weights: it does not begin from them. */
export async function trainingVersion(id: string, root = process.cwd()): Promise<string> {
  return versionOf(root, await demoClosure(root, id, { trained: false }));
}

export function versionOf(root: string, { files, packages }: Closure): string {
  const hash = createHash("sha256");
  for (const path of files) {
    const content = createHash("sha256")
      .update(readFileSync(join(root, path)))
      .digest("hex");
    hash.update(`${path} ${content}\n`);
  }
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, { version?: string } | undefined>;
  };
  for (const name of packages) {
    hash.update(`${name} ${lock.packages[`node_modules/${name}`]?.version}\n`);
  }
  return hash.digest("hex").slice(0, DIGITS);
}

/** Every demo's version, by id. */
export async function codeVersions(root = process.cwd()): Promise<Record<string, string>> {
  const versions = demoIds(root).map(async (id): Promise<[string, string]> => [
    id,
    await codeVersion(id, root),
  ]);
  return Object.fromEntries(await Promise.all(versions));
}
