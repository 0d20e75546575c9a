import { readMnist } from "../../../data/mnist.ts";
import { defineProgram } from "../../../engine/program.ts";
import { step } from "../../../math/elementwise.ts";
import { fold } from "../../../math/key.ts";
import { normal } from "../../../math/random.ts";
import type { Table } from "../../../math/rows.ts";
import { reshape, stack } from "../../../math/shape.ts";
import { tensor, type Tensor } from "../../../math/tensor.ts";
import type { Tree } from "../../../math/tree.ts";
import { PIXELS, SIDE, type Weights } from "../first-weights.ts";
import { meanOf } from "../mean-of.ts";
import { generate, infer } from "../model.ts";
import { nearestPictures, rowsAt } from "../nearest-pictures.ts";
import { shipped, TRAINED } from "../shipped.ts";
import { COUNT, demo, TRAINING } from "./demo.ts";

/** The first n pictures of a table in bits, [n, A B]: half of full ink or more is ink. */
function bitsOf({ data, scale = 1 }: Table, n: number): Tensor {
  const bits = new Float32Array(n * PIXELS);
  for (let i = 0; i < bits.length; i++) bits[i] = Number(data[i]! * scale >= 0.5);
  return tensor(bits, [n, PIXELS]);
}

type State = { readonly weights: Weights; readonly training: Tensor; readonly held: Tensor };

const { T, Z } = TRAINED;
const squares = (rows: Tensor): Tensor => reshape(rows, [COUNT, SIDE, SIDE]);

/** Of bits [n, A B] how many pixels differ when a picture moves to the right by one: the mean. */
function movedBy({ data }: { readonly data: Float32Array }): number {
  const n = data.length / PIXELS;
  const left = (i: number): number => (i % SIDE === 0 ? 0 : data[i - 1]!);
  return data.reduce((total, bit, i) => total + Math.abs(bit - left(i)), 0) / n;
}

export const program = defineProgram(demo, {
  data: { digits: readMnist },
  init: (params, key, { digits }): State => ({
    weights: shipped.init(params, key),
    training: bitsOf(digits.train.images, TRAINING),
    held: bitsOf(digits.test.images, COUNT),
  }),
  weights: {
    of: ({ weights }: State): Tree => weights,
    begin: (state: State, weights) => ({ ...state, weights: weights as Weights }),
  },
  shared: {
    made({ weights, training }: State, { codes }, key) {
      const z = normal(fold(fold(key, "z"), codes), [T, COUNT, Z]);
      const bits = step(generate(weights, TRAINED, z)[T - 1]!.canvas);
      return { bits, ...nearestPictures(bits, training) };
    },
    copied({ weights, training, held }: State, _, key) {
      const epsilon = normal(fold(key, "epsilon"), [T, COUNT, Z]);
      const bits = step(infer(weights, TRAINED, held, epsilon).steps[T - 1]!.canvas);
      return { bits, ...nearestPictures(bits, training) };
    },
    held: ({ training, held }: State) => ({ bits: held, ...nearestPictures(held, training) }),
  },
  measure: {
    fixed: true,
    sample: (_, __, ___, { made, copied, held }) => ({
      made: made().apart,
      copied: copied().apart,
      held: held().apart,
      bits: held().bits,
    }),
    evaluate: ({ made, copied, held, bits }) => ({
      made: meanOf([...made.data]),
      copied: meanOf([...copied.data]),
      held: meanOf([...held.data]),
      least: Math.min(...made.data),
      leastHeld: Math.min(...held.data),
      moved: movedBy(bits),
    }),
  },
  observe({ training }, { kind }, _, { made, copied, held }) {
    const shown = { made, copied, held }[kind];
    return {
      pictures: () => squares(shown().bits),
      nearest: () => squares(rowsAt(shown().row, training)),
      apart: () => stack([made().apart, copied().apart, held().apart]),
    };
  },
});
