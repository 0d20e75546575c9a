/** Where a run begins: at fresh weights, at trained ones from a file, or where an earlier run was left. */
import type { Demo } from "../contract/demo.ts";
import { askedWeights } from "../contract/trained.ts";
import type { Named } from "../contract/weights.ts";
import { WeightsError } from "../weights/safetensors.ts";
import { readWeights } from "../weights/weights-file.ts";
import { fromNamed, named } from "../math/tree-names.ts";
import { tensor } from "../math/tensor.ts";
import type { Tree } from "../math/tree.ts";
import type { Files, Source } from "./files.ts";
import type { AnyProgram } from "./program.ts";
import { RunFault } from "./run-fault.ts";

interface Weights {
  readonly source: Source;
  readonly tensors: Named;
}

/** The reader's own weights, else the trained ones for these settings, else null. Throws RunFault where they are missing or damaged. */
export async function firstWeights(
  demo: Demo,
  values: Readonly<Record<string, unknown>>,
  files: Files,
  own?: ArrayBuffer,
): Promise<Weights | null> {
  const source = own
    ? { path: "the file", bytes: own, part: askedWeights(demo, values)?.part, refuse() {} }
    : await files.weights(demo, values);
  if (!source) return null;
  const tensors = await refusing(source, async () => (await readWeights(source.bytes)).tensors);
  return { source, tensors };
}

/** The state with these weights in place of its own. Throws RunFault where they do not fit. */
export function withWeights(program: AnyProgram, fresh: Tree, { source, tensors }: Weights): Tree {
  if (!program.weights) throw new Error("The program does not say what its weights are.");
  const { of, begin } = program.weights;
  return refusing(source, () => begin(fresh, fitted(of(fresh), tensors, source)) as Tree);
}

/** A tree formed like `like` of exactly these arrays, or with them, if they are a part. Throws WeightsError where there are others. */
export function fitted<T extends Tree>(
  like: T,
  arrays: Named,
  { part = false }: Pick<Source, "part"> = {},
): T {
  const wanted = new Map(named(like));
  const missing = [...wanted.keys()].find((name) => !Object.hasOwn(arrays, name));
  if (missing !== undefined && !part) throw new WeightsError(`The file lacks “${missing}”.`);
  const extra = Object.keys(arrays).find((name) => !wanted.has(name));
  if (extra !== undefined)
    throw new WeightsError(`The file has “${extra.slice(0, 60)}”, which this model does not.`);
  return fromNamed(like, (name, old) => {
    if (!Object.hasOwn(arrays, name)) return old;
    const { shape, data } = arrays[name]!;
    if (shape.length !== old.shape.length || shape.some((n, i) => n !== old.shape[i]))
      throw new WeightsError(
        `“${name}” has shape [${shape.join(", ")}] in the file, and [${old.shape.join(", ")}] in this model.`,
      );
    return tensor(data.slice(), shape);
  });
}

/** `f`, with what it says against a file said to the reader. */
function refusing<T>({ path, refuse }: Source, f: () => T): T {
  const said = (error: unknown): never => {
    if (!(error instanceof WeightsError)) throw error;
    refuse();
    const message = `The weights cannot be used: ${error.message}`;
    throw new RunFault({ code: "bad-file", message, culprit: path });
  };
  try {
    const result = f();
    return (result instanceof Promise ? result.catch(said) : result) as T;
  } catch (error) {
    return said(error);
  }
}
