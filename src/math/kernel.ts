/**
 * The one door to the tensor library's kernels. Every operation of the vocabulary is one `runKernel` here, and its
 * gradient is a rule written in the same vocabulary beside it. So the vocabulary is closed under differentiation, to
 * any order, and uses only kernels that every backend has. The library's own gradients are not used: on wasm its
 * rule for matrix products is 10 to 20 times slower than it need be, that for gathering rows calls a kernel that is
 * missing, and those that keep an operation's output (tanh, softmax) can't be differentiated again.
 */
import {
  engine,
  registerGradient,
  type NamedAttrMap,
  type NamedTensorMap,
} from "@tensorflow/tfjs-core";
import type { Tensor } from "./tensor.ts";

/** Settings of a kernel, and shapes that its gradient rule needs; kernels ignore what they don't know. */
export type Attributes = Readonly<Record<string, unknown>>;

type Watcher = (name: string) => void;

let watcher: Watcher | undefined;

/** Who is told the name of each kernel of the vocabulary that runs from now on; nobody if undefined. */
export function watchKernels(next: Watcher | undefined): void {
  watcher = next;
}

/** Runs the kernel of this name on the present backend. */
export function runKernel(
  name: string,
  inputs: Readonly<Record<string, Tensor>> | readonly Tensor[],
  attributes: Attributes = {},
): Tensor {
  watcher?.(name);
  const attrs = attributes as unknown as NamedAttrMap;
  const out: Tensor = engine().runKernel(name, inputs as NamedTensorMap, attrs);
  if (keepingVariables.has(name)) putBeforeCopies(out);
  return out;
}

/** Kernels whose gradient rules keep their result as a variable. */
const keepingVariables = new Set<string>();

/**
 * Tensors that are kept for a gradient are copies, which the library puts on its tape before the operation itself. So a copy
 * of the result would seem to come from nowhere, and the gradient of a gradient would not follow it: the operation is moved.
 */
function putBeforeCopies(out: Tensor): void {
  const tape = engine().state.activeTape as Recorded[] | undefined;
  const own = tape?.at(-1);
  if (own?.outputs[0] !== out || !own.saved) return;
  tape!.pop();
  tape!.splice(tape!.length - own.saved.length, 0, own);
}

/** What we look at of an operation on the library's tape. */
interface Recorded {
  readonly outputs: readonly Tensor[];
  readonly saved?: readonly Tensor[];
}

/** As `runKernel`, for a kernel with several results; it has no gradient. */
export function runKernels(
  name: string,
  inputs: Readonly<Record<string, Tensor>>,
  attributes: Attributes = {},
): readonly Tensor[] {
  return runKernel(name, inputs, attributes) as unknown as Tensor[];
}

/** Whether operations are being recorded for a gradient to be taken. */
export const isRecording = (): boolean => engine().state.gradientDepth > 0;

/**
 * Whether a gradient of a gradient may be asked for. Kernels whose gradient is a kernel without one make way for the same
 * composed of simpler ones then.
 */
export const composing = (): boolean => engine().state.gradientDepth > 1;

/**
 * States a kernel's gradient: from dy, the gradient of the loss by the output, to that by each input, as thunks so that
 * only what is asked for is computed. `saved` are the inputs named in `keeps`, in that order; they are held until then.
 * With `keepsResult` the kernel's own result comes last; as a constant the rule may use it only where its derivative is 0.
 */
export function gradientRule<A extends Attributes>(
  name: string,
  keeps: readonly string[],
  rule: (
    dy: Tensor,
    saved: readonly Tensor[],
    attributes: A,
  ) => Readonly<Record<string, () => Tensor>> | readonly (() => Tensor)[],
  keepsResult?: "constant" | "variable",
): void {
  if (keepsResult === "variable") keepingVariables.add(name);
  registerGradient({
    kernelName: name,
    inputsToSave: [...keeps],
    outputsToSave: [keepsResult !== undefined],
    gradFunc: (dy, saved, attributes) => {
      const thunks = rule(dy as Tensor, saved, (attributes ?? {}) as unknown as A);
      return Object.fromEntries(
        Object.entries(thunks).map(([input, thunk]) => [input, () => fresh(thunk(), dy as Tensor)]),
      );
    },
  });
}

/** The library frees the gradients that it adds up: dy itself must not be the gradient by two inputs. */
const fresh = (gradient: Tensor, dy: Tensor): Tensor =>
  gradient === dy ? gradient.clone() : gradient;

// The library inserts these two itself where gradients of gradients are taken.
gradientRule("Identity", [], (dy) => ({ x: () => dy }));
gradientRule("Cast", [], (dy) => ({ x: () => dy }));
