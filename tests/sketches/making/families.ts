/**
 * Trains the statistic of the spatial sketch: the variational bound of Edwards and Storkey, arXiv:1606.02185v2, eq. 2, for sets of
 * points along signs. A decoder gives a normal distribution of single points for a context; it is not kept.
 */
import { defineDemo } from "../../../src/contract/demo.ts";
import { defineProgram } from "../../../src/engine/program.ts";
import { klNormal, sampleNormal } from "../../../src/math/distributions.ts";
import { drawn } from "../../../src/math/drawn.ts";
import { add, clip, div, exp, square, sub } from "../../../src/math/elementwise.ts";
import { valueAndGrad } from "../../../src/math/grad.ts";
import { fold, type Key } from "../../../src/math/key.ts";
import { initMlp, mlp, type Layer } from "../../../src/math/nn.ts";
import { adam } from "../../../src/math/optim.ts";
import { normal } from "../../../src/math/random.ts";
import { mean } from "../../../src/math/reduce.ts";
import { reshape, slice } from "../../../src/math/shape.ts";
import type { Tree } from "../../../src/math/tree.ts";
import {
  CONTEXT,
  contextOf,
  initStatistic,
  instances,
  type Statistic,
} from "../papers/neural-statistician/statistic.ts";
import { pointsAlong, SIGNS } from "./strokes.ts";
import { integers } from "../../../src/math/random-arrays.ts";

const SETS = 16;
const POINTS = 30;
const RATE = 2e-3;

export const demo = defineDemo({
  id: "neural-statistician/families",
  title: "Families",
  question: "Does the context say which sign it was?",
  source: { section: "§3", equations: ["(2)"] },
  params: {},
  steps: {
    name: "step",
    stopAt: 600,
    measureEvery: 600,
    metrics: { bound: { label: "minus the bound", help: "Nats a point." } },
  },
  outputs: {},
});

type Net = { readonly statistic: Statistic; readonly decoder: readonly Layer[] };
type State = { readonly net: Net; readonly moments: Tree };

const optimiser = adam();

/** Sets of points: [SETS, POINTS, 2]. */
const sets = (key: Key) =>
  drawn(key, [SETS, POINTS, 2], (from) => {
    const all = new Float32Array(SETS * POINTS * 2);
    for (const [i, sign] of integers(fold(from, "sign"), SETS, SIGNS.length).entries())
      all.set(pointsAlong(SIGNS[sign]!, fold(from, i), POINTS), i * POINTS * 2);
    return all;
  });

export const program = defineProgram(demo, {
  init(_, key): State {
    const net = {
      statistic: initStatistic(fold(key, "statistic")),
      decoder: initMlp(fold(key, "decoder"), [CONTEXT, 32, 4]),
    };
    return { net, moments: optimiser.init(net) };
  },
  step({ net, moments }: State, _, key) {
    const x = sets(fold(key, "x"));
    const noise = normal(fold(key, "c"), [SETS, CONTEXT]);
    const { value, grad } = valueAndGrad(({ statistic, decoder }: Net) => {
      const q = contextOf(statistic, mean(instances(statistic, x), 1));
      const said = mlp(decoder, sampleNormal(q, noise));
      const at = reshape(slice(said, [0, 0], [SETS, 2]), [SETS, 1, 2]);
      const logVar = clip(reshape(slice(said, [0, 2], [SETS, 2]), [SETS, 1, 2]), -6, 4);
      const nats = div(add(div(square(sub(x, at)), exp(logVar)), logVar), 2);
      return add(mean(nats), div(mean(klNormal(q)), 2 * POINTS));
    })(net);
    const { params, state } = optimiser.update(net, grad, moments, RATE);
    return { state: { net: params, moments: state }, metrics: { bound: value } };
  },
  weights: {
    of: ({ net }: State) => net.statistic,
    begin: (state: State, weights) => ({
      ...state,
      net: { ...state.net, statistic: weights as Statistic },
    }),
  },
  observe: () => ({}),
});
