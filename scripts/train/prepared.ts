/** A recipe with all that it needs: its demo, its data, and where its weights belong. */
import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { Demo } from "../../src/contract/demo.ts";
import type { Files } from "../../src/engine/files.ts";
import { once, type AnyProgram } from "../../src/engine/program.ts";
import { readWeights } from "../../src/weights/weights-file.ts";
import { publicFile, publicFiles } from "../checkout/public-file.ts";
import { UsageError } from "../machine/usage.ts";
import type { Recipe } from "./recipe.ts";

export interface Prepared {
  readonly recipe: Recipe;
  readonly demo: Demo;
  readonly program: AnyProgram;
  readonly files: Files;
  /** SHA-256 of the recipe's sample, else of the demo's data files, one after the other by name; undefined where there are none. */
  readonly dataHash?: string;
  /** Name and SHA-256 of the file that the recipe begins from. */
  readonly from?: string;
}

/** A backend must be in use: samples may be drawn with it. */
export async function prepare(
  recipe: Recipe,
  { demo, program }: Pick<Prepared, "demo" | "program">,
): Promise<Prepared> {
  const { begins, data } = recipe;
  const { read } = data;
  // Never the weights that the demo begins from: they are what is being made.
  const weights: Files["weights"] = async () =>
    begins === undefined
      ? null
      : { path: begins, bytes: await publicFile(begins), part: true, refuse() {} };
  const files: Files = { data: read ? once(read) : publicFiles.data, weights };
  const dataHash = await dataHashOf(recipe, demo);
  return { recipe, demo, program, files, dataHash, from: await beginningOf(recipe) };
}

async function dataHashOf({ data: { sample } }: Recipe, { data = {} }: Demo) {
  const paths = Object.keys(data)
    .toSorted()
    .map((name) => data[name]!);
  const parts = sample ? [bytesOf((await sample()).data)] : await Promise.all(paths.map(fileBytes));
  if (parts.length === 0) return undefined;
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}

async function beginningOf({ begins }: Recipe): Promise<string | undefined> {
  if (begins === undefined) return undefined;
  const { hash } = await readWeights(await publicFile(begins));
  return `${basename(begins)}, SHA-256 ${hash}`;
}

const fileBytes = async (path: string): Promise<Uint8Array> =>
  new Uint8Array(await publicFile(path));
const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** The path below `public` of the weights that the recipe of this name makes. Throws UsageError where the demo cannot have them. */
export function weightsPathOf(name: string, demo: Demo): string {
  const { id, branches, steps } = demo;
  if (branches) {
    const names = Object.keys(branches).join(", ");
    throw new UsageError(
      `${id} runs in branches (${names}), each with weights of its own: they cannot be trained into one file.`,
    );
  }
  if (!steps) throw new UsageError(`${id} has no steps: there is nothing to train.`);
  return shippedPathOf(name, demo);
}

/** The path of the demo's file of this name. Throws UsageError where it declares none. */
export function shippedPathOf(name: string, { id, weights = [] }: Demo): string {
  const found = weights.find(({ file }) => basename(file) === `${name}.safetensors`);
  if (found) return found.file;
  const known = weights.map(({ file }) => file).join(", ") || "none";
  throw new UsageError(`${id} declares no file ${name}.safetensors of weights (it has ${known}).`);
}
