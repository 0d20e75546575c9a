import { readMnist } from "../../../data/mnist.ts";
import { defineProgram } from "../../../engine/program.ts";
import { step } from "../../../math/elementwise.ts";
import { fold } from "../../../math/key.ts";
import { gather } from "../../../math/linear.ts";
import { normal } from "../../../math/random.ts";
import type { Table } from "../../../math/rows.ts";
import { reshape, stack } from "../../../math/shape.ts";
import { tensor, type Tensor } from "../../../math/tensor.ts";
import type { Tree } from "../../../math/tree.ts";
import { PIXELS, SIDE, type Weights } from "../first-weights.ts";
import { meanOf } from "../mean-of.ts";
import { generate, infer } from "../model.ts";
import { nearestPictures, searched, type Searched } from "../nearest-pictures.ts";
import { shipped, TRAINED } from "../shipped.ts";
import { COUNT, demo, TRAINING } from "./demo.ts";

/** The first n pictures of a table in bits, [n, A B]: half of full ink or more is ink. */
function bitsOf({ data, scale = 1 }: Table, n: number): Tensor {
  const bits = new Float32Array(n * PIXELS);
  for (let i = 0; i < bits.length; i++) bits[i] = Number(data[i]! * scale >= 0.5);
  return tensor(bits, [n, PIXELS]);
}

/** Pictures in bits [n, A B], the row of each one's nearest training picture [n], and the pixels that differ [n]. */
type Found = { readonly bits: Tensor } & ReturnType<typeof nearestPictures>;

/** What no control changes is found once: the dice are pressed for what is made up. */
type State = {
  readonly weights: Weights;
  readonly training: Searched;
  readonly epsilon: Tensor;
  readonly held: Found;
  readonly copied: Found;
};

const { T, Z } = TRAINED;
const squares = (rows: Tensor): Tensor => reshape(rows, [COUNT, SIDE, SIDE]);

const found = (bits: Tensor, training: Searched): Found => ({
  bits,
  ...nearestPictures(bits, training),
});

/** What the model makes of the held digits. */
function copies({ held, training, epsilon }: Omit<State, "copied">, weights: Weights): Found {
  const { steps } = infer(weights, TRAINED, held.bits, epsilon);
  return found(step(steps[T - 1]!.canvas), training);
}

/** Of bits [n, A B] how many pixels differ when a picture moves to the right by one: the mean. */
function movedBy({ data }: { readonly data: Float32Array }): number {
  const n = data.length / PIXELS;
  const left = (i: number): number => (i % SIDE === 0 ? 0 : data[i - 1]!);
  return data.reduce((total, bit, i) => total + Math.abs(bit - left(i)), 0) / n;
}

export const program = defineProgram(demo, {
  data: { digits: readMnist },
  init(params, key, { digits }): State {
    const training = searched(bitsOf(digits.train.images, TRAINING));
    const state = {
      weights: shipped.init(params, key),
      training,
      epsilon: normal(fold(key, "epsilon"), [T, COUNT, Z]),
      held: found(bitsOf(digits.test.images, COUNT), training),
    };
    return { ...state, copied: copies(state, state.weights) };
  },
  weights: {
    of: ({ weights }: State): Tree => weights,
    begin: (state: State, tree) => {
      const weights = tree as Weights;
      return { ...state, weights, copied: copies(state, weights) };
    },
  },
  shared: {
    made({ weights, training }: State, { codes }, key) {
      const z = normal(fold(fold(key, "z"), codes), [T, COUNT, Z]);
      return found(step(generate(weights, TRAINED, z)[T - 1]!.canvas), training);
    },
  },
  measure: {
    fixed: true,
    sample: ({ copied, held }, _, __, { made }) => ({
      made: made().apart,
      copied: copied.apart,
      held: held.apart,
      bits: held.bits,
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
  observe({ training, copied, held }, { kind }, _, { made }) {
    const shown = (): Found => ({ made, copied: () => copied, held: () => held })[kind]();
    return {
      pictures: () => squares(shown().bits),
      nearest: () => squares(gather(training.bits, shown().row)),
      apart: () => stack([made().apart, copied.apart, held.apart]),
    };
  },
});
