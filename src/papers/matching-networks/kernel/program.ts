import { defineProgram, once } from "../../../engine/program.ts";
import type { ValuesOf } from "../../../contract/demo.ts";
import { mul } from "../../../math/elementwise.ts";
import { softmax } from "../../../math/reduce.ts";
import { stack } from "../../../math/shape.ts";
import { scalar, tensor, type Tensor } from "../../../math/tensor.ts";
import { ceiling, likeness, lossOfFirst, predict } from "../attention.ts";
import { demo } from "./demo.ts";

/** Cosine with all other classes: after a ReLU, and of one query at best. */
const C_MINUS = [0, -1] as const;

type Settings = ValuesOf<typeof demo>;

const similarities = ({ kernel, f, g }: Settings): Tensor =>
  likeness(kernel, tensor(f.data, [2]), tensor(g.data, g.shape));

/** One-hot labels [m, N] of supports in the order of their classes, k of each. */
function labels(m: number, k: number): Tensor {
  const N = Math.ceil(m / k);
  const y = new Float32Array(m * N);
  for (let i = 0; i < m; i++) y[i * N + Math.floor(i / k)] = 1;
  return tensor(y, [m, N]);
}

const prediction = (a: Tensor, { g, k }: Settings): Tensor =>
  predict(a, labels(g.shape[0]!, Number(k)));

const ceilings = ({ s, g, k }: Settings): Tensor =>
  stack(C_MINUS.map((cMinus) => ceiling(scalar(s), g.shape[0]! / Number(k), cMinus)));

export const program = defineProgram(demo, {
  init: () => ({}),
  measure: {
    sample(_, settings) {
      const scores = mul(similarities(settings), settings.s);
      const a = softmax(scores);
      return {
        a,
        yHat: prediction(a, settings),
        loss: lossOfFirst(scores, Number(settings.k)),
        ceilings: ceilings(settings),
      };
    },
    evaluate({ a, yHat, loss, ceilings: most }) {
      const nearest = a.data.indexOf(Math.max(...a.data));
      return {
        P: yHat.data[0]!,
        loss: loss.data[0]!,
        nearest: a.data[nearest]!,
        // Added up, as 1 minus the largest would be rounded to 0.
        rest: a.data.reduce((sum, weight, i) => (i === nearest ? sum : sum + weight), 0),
        reluCeiling: most.data[0]!,
        ceiling: most.data[1]!,
      };
    },
  },
  observe(_, settings) {
    const c = once(() => similarities(settings));
    const a = once(() => softmax(mul(c(), settings.s)));
    return {
      a,
      c,
      yHat: () => prediction(a(), settings),
      ceilings: () => ceilings(settings),
    };
  },
});
