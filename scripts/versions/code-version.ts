/**
 * Names the code that a demo's numbers come from: its own code as it runs, what of its declaration bears on numbers, the files
 * that it reads, and the bits that the core computes. A change of any may change its numbers; a comment, a text or
 * another way to write the same changes none of them.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Demo } from "../../src/contract/demo.ts";
import { demoIds } from "../checkout/demo-ids.ts";
import { importAll } from "../checkout/import-all.ts";
import { bearingOf, filesOf } from "./declaration.ts";
import { ENGINE, PINNED, type Fingerprint } from "./core-bits.ts";
import { ownCode } from "./own-code.ts";

const DIGITS = 10;
/** Rooms whose code counts by what it computes. */
const CORE = ["src/contract", "src/engine", "src/math", "src/weights"];

interface Behind {
  /** Everything that bears on numbers, as plain data. */
  readonly content: unknown;
  /** Where it stands: paths below the checkout. */
  readonly files: readonly string[];
}

/** `trained: false` leaves out the weights that the demo ships. */
async function behind(
  root: string,
  id: string,
  { trained }: { trained: boolean },
): Promise<Behind> {
  const core = JSON.parse(readFileSync(join(root, PINNED), "utf8")) as Fingerprint;
  const declaration = join("src/papers", id, "demo.ts");
  const [declared] = await importAll<{ readonly demo: Demo }>([join(root, declaration)]);
  const demo = trained ? declared!.demo : { ...declared!.demo, weights: undefined };
  const own = await ownCode(root, id, core);
  const read = filesOf(demo).map((path) => join("public", path));
  return {
    content: {
      program: own.text,
      declaration: bearingOf(demo),
      files: read.map((path) => sha256(readFileSync(join(root, path)))),
      engine: core[ENGINE],
    },
    files: [...new Set([declaration, ...own.files, ...read])],
  };
}

const sha256 = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex");

/** JSON in which the order of names says nothing. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

const versionOf = ({ content }: Behind): string => sha256(sorted(content)).slice(0, DIGITS);

/** Ten hexadecimal digits that change with what may change the demo's numbers. `id` is like `"wgan/ring"`. */
export async function codeVersion(id: string, root = process.cwd()): Promise<string> {
  return versionOf(await behind(resolve(root), id, { trained: true }));
}

/** The same for the training that makes the demo's weights: it does not begin from them. */
export async function trainingVersion(id: string, root = process.cwd()): Promise<string> {
  return versionOf(await behind(resolve(root), id, { trained: false }));
}

/** Paths of the files and folders that a demo's numbers come from, core included. */
export async function codeOf(id: string, root = process.cwd()): Promise<string[]> {
  const { files } = await behind(resolve(root), id, { trained: true });
  return [...files, ...CORE];
}

/** Every demo's version, by id. */
export async function codeVersions(root = process.cwd()): Promise<Record<string, string>> {
  const versions = demoIds(root).map(async (id): Promise<[string, string]> => [
    id,
    await codeVersion(id, root),
  ]);
  return Object.fromEntries(await Promise.all(versions));
}
