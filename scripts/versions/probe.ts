/** What operations are tried with: numbers drawn by our own generator, and gradients by all that goes in. */
import { add, mul, square } from "../../src/math/elementwise.ts";
import { valueAndGrad } from "../../src/math/grad.ts";
import { fold, keyOf } from "../../src/math/key.ts";
import { normal } from "../../src/math/random.ts";
import { sum } from "../../src/math/broadcast.ts";
import type { Shape, Tensor } from "../../src/math/tensor.ts";
import { leaves, type Tree } from "../../src/math/tree.ts";

export type Numbers = Tensor | Float32Array | Int32Array | readonly number[];
/** Tries an operation in the shapes and on the paths that it has. */
export type Trial = () => readonly Numbers[];
/** By `file.operation`. */
export type Trials = Readonly<Record<string, Trial>>;

export const KEY = keyOf(11);

/** Numbers of both signs; another `name`, other numbers. */
export const given = (shape: Shape, name: string | number = "x"): Tensor =>
  normal(fold(KEY, name), shape);

/** Numbers from a tenth up. */
export const positive = (shape: Shape): Tensor => add(square(given(shape)), 0.1);

type Pair = { readonly a: Tensor; readonly b: Tensor };

/** Two tensors of these shapes, the second mostly positive. */
export const pair = (a: Shape, b: Shape): Pair => ({
  a: given(a, "a"),
  b: add(given(b, "b"), 3),
});

/** The operation's value, and the gradient of a weighted sum of it by every tensor of `inputs`. */
export function graded<P extends Tree>(f: (inputs: P) => Tensor, inputs: P): Tensor[] {
  const value = f(inputs);
  const weights = given(value.shape, "slope");
  const { grad } = valueAndGrad((x: P) => sum(mul(f(x), weights)))(inputs);
  return [value, ...leaves(grad)];
}

/** `graded` for each of several inputs. */
export const gradedEach = <P extends Tree>(
  f: (inputs: P) => Tensor,
  inputs: readonly P[],
): Tensor[] => inputs.flatMap((each) => graded(f, each));
