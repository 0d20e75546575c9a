import { defineProgram } from "../../../engine/program.ts";
import { klNormal } from "../../../math/distributions.ts";
import { exp } from "../../../math/elementwise.ts";
import { keyOf } from "../../../math/key.ts";
import { uniformArray } from "../../../math/random-arrays.ts";
import { concat, reshape, slice } from "../../../math/shape.ts";
import { tensor, zeros, type Tensor } from "../../../math/tensor.ts";
import { exactPosterior, pooled, statistic } from "../linear-gaussian.ts";
import { demo, LARGEST } from "./demo.ts";

interface Settings {
  readonly x: { readonly data: Float32Array };
  readonly copies: number;
  readonly out: number;
  readonly order: number;
  readonly trained: number;
  readonly told: boolean;
}

/** Numbers of the items in the list, copied, shuffled and cut. */
function listed({ x, copies, out, order }: Settings): number[] {
  const n = x.data.length * copies;
  const all = Array.from({ length: n }, (_, k) => k % x.data.length);
  const places = order > 0 ? uniformArray(keyOf(order), n) : new Float32Array(n);
  const shuffled = all
    .map((item, k) => ({ item, place: places[k]! }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
  return shuffled.slice(0, Math.max(1, n - out));
}

const setOf = (settings: Settings, D: readonly number[]): Tensor =>
  tensor(
    D.map((item) => settings.x.data[item]!),
    [D.length],
  );

export const program = defineProgram(demo, {
  init: () => ({}),
  measure: {
    sample(_, settings) {
      const x = setOf(settings, listed(settings));
      const S = x.shape[0];
      const v = pooled(x);
      const exact = exactPosterior(x);
      const q = statistic(slice(v, [0], [1]), settings.told ? S : settings.trained);
      return {
        S: tensor([S], [1]),
        v,
        means: concat([exact.mean, q.mean], 0),
        variances: exp(concat([exact.logVar, q.logVar], 0)),
        lost: klNormal(q, exact),
      };
    },
    evaluate: ({ S, v, means, variances, lost }) => ({
      S: S.data[0]!,
      v1: v.data[0]!,
      v2: v.data[1]!,
      mean: means.data[0]!,
      variance: variances.data[0]!,
      qMean: means.data[1]!,
      qVariance: variances.data[1]!,
      lost: lost.data[0]!,
    }),
  },
  observe: (_, settings) => ({
    D() {
      const D = listed(settings);
      return tensor(D, [D.length]);
    },
    variances() {
      const sizes = Array.from({ length: LARGEST }, (_each, k) => k + 1);
      const nothing = zeros([1]);
      const exact = sizes.map((S) => statistic(nothing, S).logVar);
      const q = sizes.map((S) => statistic(nothing, settings.told ? S : settings.trained).logVar);
      return reshape(exp(concat([...exact, ...q], 0)), [2, LARGEST]);
    },
  }),
});
