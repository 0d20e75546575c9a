/** Element-wise kernels. */
import { backend_util, type TensorInfo } from "@tensorflow/tfjs-core";
import type { Shape } from "../tensor.ts";
import { addressOf, discard, output, sizeOf } from "./heap.ts";
import { launch } from "./launch.ts";
import { expanded } from "./moves.ts";
import type { OwnKernel, OwnKernels } from "./replace.ts";

/** How a [rows, cols] loop walks an operand: floats from row to row, and from column to column (0 or 1). */
interface Walk {
  readonly row: number;
  readonly col: number;
}

/** A loop over all numbers of `shape` as [rows, cols] that both operands can be walked in, or null. */
function walks(
  a: Shape,
  b: Shape,
  shape: Shape,
): { rows: number; cols: number; a: Walk; b: Walk } | null {
  const size = sizeOf(shape);
  const flat = { row: 0, col: 1 };
  const single = { row: 0, col: 0 };
  const walkFlat = (x: Shape) => (sizeOf(x) === size ? flat : sizeOf(x) === 1 ? single : null);
  const [allA, allB] = [walkFlat(a), walkFlat(b)];
  if (allA && allB) return { rows: 1, cols: size, a: allA, b: allB };
  // One operand is whole here; the other repeats along leading or along trailing axes.
  for (let split = 1; split < shape.length; split++) {
    const rows = sizeOf(shape.slice(0, split));
    const cols = size / rows;
    const whole = { row: cols, col: 1 };
    const part = (x: Shape): Walk | null => {
      const full = [...Array<number>(shape.length - x.length).fill(1), ...x];
      const [head, tail] = [full.slice(0, split), full.slice(split)];
      if (sizeOf(head) === 1 && sizeOf(tail) === cols) return { row: 0, col: 1 };
      if (sizeOf(head) === rows && sizeOf(tail) === 1) return { row: 1, col: 0 };
      return sizeOf(x) === size ? whole : sizeOf(x) === 1 ? single : null;
    };
    const [walkA, walkB] = [part(a), part(b)];
    if (walkA && walkB) return { rows, cols, a: walkA, b: walkB };
  }
  return null;
}

function binary(name: string): OwnKernel {
  return ({ a, b }) => {
    const shape = backend_util.assertAndGetBroadcastShape(a!.shape, b!.shape);
    const plan = walks(a!.shape, b!.shape, shape);
    const out = output(shape);
    if (plan) {
      run(name, plan.rows, plan.cols, a!, plan.a, b!, plan.b, out);
      return out;
    }
    // Repeats that no single loop walks are written out.
    const [copyA, copyB] = [expanded(a!, shape), expanded(b!, shape)];
    if (!copyA || !copyB) return null;
    const flat = { row: 0, col: 1 };
    run(name, 1, sizeOf(shape), copyA, flat, copyB, flat, out);
    [copyA, copyB].forEach(discard);
    return out;
  };
}

function run(
  name: string,
  rows: number,
  cols: number,
  a: TensorInfo,
  walkA: Walk,
  b: TensorInfo,
  walkB: Walk,
  out: TensorInfo,
): void {
  const first = [addressOf(a), walkA.row, walkA.col] as const;
  const second = [addressOf(b), walkB.row, walkB.col] as const;
  launch(name, rows, cols, ...first, ...second, addressOf(out));
}

function unary<A = object>(
  name: string,
  settings: (attributes: A) => number[] = () => [],
): OwnKernel {
  return ({ x }, attributes: A) => {
    const out = output(x!.shape);
    launch(name, sizeOf(x!.shape), addressOf(x!), addressOf(out), ...settings(attributes));
    return out;
  };
}

export const arithmetic: OwnKernels = {
  Add: binary("add"),
  Sub: binary("sub"),
  Multiply: binary("mul"),
  RealDiv: binary("div"),
  Maximum: binary("maximum"),
  Minimum: binary("minimum"),
  Neg: unary("neg"),
  Square: unary("square"),
  Sqrt: unary("sqrt"),
  Relu: unary("relu"),
  Exp: unary("exp"),
  Log: unary("log"),
  Tanh: unary("tanh"),
  Sigmoid: unary("sigmoid"),
  Softplus: unary("softplus"),
  Step: unary("step", ({ alpha = 0 }: { alpha?: number }) => [alpha]),
  ClipByValue: unary(
    "clip",
    ({ clipValueMin, clipValueMax }: { clipValueMin: number; clipValueMax: number }) => [
      clipValueMin,
      clipValueMax,
    ],
  ),
  /** Ours: dy where y > 0. */
  ReluGrad: ({ dy, y }) => {
    const out = output(dy!.shape);
    launch("reluGrad", sizeOf(dy!.shape), addressOf(dy!), addressOf(y!), addressOf(out));
    return out;
  },
};
