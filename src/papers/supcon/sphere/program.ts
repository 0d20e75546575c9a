import { readMnist } from "../../../data/mnist.ts";
import { defineProgram } from "../../../engine/program.ts";
import { fold } from "../../../math/key.ts";
import { drawBatch } from "../batch.ts";
import { meanCosine } from "../cosines.ts";
import { below, setsOf } from "../digits.ts";
import { drawnOf, embedded, rowsFrom } from "../embedded.ts";
import { initLearner, learn, type Learner, type Weights } from "../learning.ts";
import { probe } from "../linear-probe.ts";
import { demo } from "./demo.ts";

export const program = defineProgram(demo, {
  data: { mnist: async (file) => setsOf(await readMnist(file)) },

  init: ({ loss, K }, key): Learner => initLearner(fold(key, "weights"), loss, K),

  step(state: Learner, { loss, K, each }, key, { tau, alpha }, { mnist }) {
    const batch = drawBatch(key, mnist.train, { K, each }, (digit) => digit);
    const { learner, value } = learn(state, loss, batch, { tau, alpha });
    return { state: learner, metrics: { loss: value } };
  },

  weights: {
    of: ({ weights }: Learner) => weights,
    // The optimiser begins anew: a file of weights says nothing of its averages.
    begin: (state: Learner, weights) => ({ ...state, weights: weights as Weights }),
  },

  measure: {
    fixed: true,
    sample: ({ weights }: Learner, { K }, _, { mnist: { fitted, tested } }) =>
      embedded(weights, below(fitted, K), below(tested, K)),
    evaluate({ r, z }, { K }, { mnist: { fitted, tested } }) {
      const known = below(fitted, K).digits;
      const asked = below(tested, K).digits;
      const heldOut = rowsFrom(z, known.length);
      return {
        probeR: probe(r, known, asked),
        probeZ: probe(z, known, asked),
        within: meanCosine(heldOut, asked, (a, b) => a === b),
        between: meanCosine(heldOut, asked, (a, b) => a !== b),
      };
    },
  },

  observe: ({ weights }: Learner, { K }, _, { mnist }) => drawnOf(weights, below(mnist.shown, K)),
});
