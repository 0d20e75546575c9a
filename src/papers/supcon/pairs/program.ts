import { readMnist } from "../../../data/mnist.ts";
import { defineProgram } from "../../../engine/program.ts";
import { fold } from "../../../math/key.ts";
import { drawBatch } from "../batch.ts";
import { meanCosine } from "../cosines.ts";
import { setsOf } from "../digits.ts";
import { drawnOf, embedded, rowsFrom } from "../embedded.ts";
import { initLearner, learn, type Learner, type Weights } from "../learning.ts";
import { probe } from "../linear-probe.ts";
import { demo } from "./demo.ts";

const DIGITS = 10;

/** The label that a digit shares with its neighbour. */
const pairOf = (digit: number): number => Math.floor(digit / 2);

export const program = defineProgram(demo, {
  data: { mnist: async (file) => setsOf(await readMnist(file)) },

  init: ({ loss }, key): Learner => initLearner(fold(key, "weights"), loss, pairOf(DIGITS)),

  step(state: Learner, { loss, each }, key, { tau, alpha }, { mnist }) {
    const batch = drawBatch(key, mnist.train, { K: DIGITS, each }, pairOf);
    const { learner, value } = learn(state, loss, batch, { tau, alpha });
    return { state: learner, metrics: { loss: value } };
  },

  weights: {
    of: ({ weights }: Learner) => weights,
    begin: (state: Learner, weights) => ({ ...state, weights: weights as Weights }),
  },

  measure: {
    fixed: true,
    sample: ({ weights }: Learner, _, __, { mnist: { fitted, tested } }) =>
      embedded(weights, fitted, tested),
    evaluate({ r, z }, _, { mnist }) {
      const [known, asked] = [mnist.fitted.digits, mnist.tested.digits];
      const heldOut = rowsFrom(z, known.length);
      const own = meanCosine(heldOut, asked, (a, b) => a === b);
      const mate = meanCosine(heldOut, asked, (a, b) => a !== b && pairOf(a) === pairOf(b));
      return {
        split: own - mate,
        digitsZ: probe(z, known, asked),
        digitsR: probe(r, known, asked),
        pairsR: probe(r, known.map(pairOf), asked.map(pairOf)),
      };
    },
  },

  observe: ({ weights }: Learner, _, __, { mnist }) => drawnOf(weights, mnist.shown),
});
