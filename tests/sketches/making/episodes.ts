/** Trains what the matching sketch compares with: episodes of signs that nobody has seen, five classes and a sign of each. */
import { defineDemo } from "../../../src/contract/demo.ts";
import { choice } from "../../../src/contract/params.ts";
import { defineProgram } from "../../../src/engine/program.ts";
import { crossEntropy } from "../../../src/math/classification.ts";
import { drawn } from "../../../src/math/drawn.ts";
import { valueAndGrad } from "../../../src/math/grad.ts";
import { fold, type Key } from "../../../src/math/key.ts";
import { adam } from "../../../src/math/optim.ts";
import { mean } from "../../../src/math/reduce.ts";
import { tensor } from "../../../src/math/tensor.ts";
import type { Tree } from "../../../src/math/tree.ts";
import { cnn, fOf, gOf } from "../papers/matching-networks/embedding.ts";
import { likeness } from "../papers/matching-networks/kernel.ts";
import { demo as drawing } from "../papers/matching-networks/draw/demo.ts";
import { program as comparing } from "../papers/matching-networks/draw/program.ts";
import { invented, penned, picture } from "./strokes.ts";

const WAY = 5;
const QUERIES = 3;
const SIDE = 28;
const SCALE = 10;
const RATE = 2e-3;

export const demo = defineDemo({
  id: "matching-networks/episodes",
  title: "Episodes",
  question: "Does it learn to compare?",
  source: { section: "§2.2", equations: [] },
  params: {
    net: choice({
      ...drawing.params.net,
      options: [
        { value: "cnn", label: "CNN" },
        { value: "fce", label: "FCE" },
      ],
    }),
  },
  steps: {
    name: "episode",
    stopAt: 400,
    measureEvery: 400,
    metrics: { loss: { label: "loss", help: "Nats a query." } },
  },
  outputs: {},
});

type Net = ReturnType<typeof comparing.init>;
type State = { readonly net: Net; readonly moments: Tree };

const optimiser = adam();

/** Pictures of `WAY` new signs, `each` of every one: [WAY * each, SIDE, SIDE]. */
const pictures = (key: Key, part: string, each: number) =>
  drawn(key, [WAY * each, SIDE, SIDE], (from) => {
    const all = new Float32Array(WAY * each * SIDE * SIDE);
    for (let i = 0; i < WAY * each; i++) {
      const sign = invented(fold(fold(from, "sign"), i % WAY));
      const lines = penned(sign, fold(fold(from, part), i), SIDE);
      all.set(picture(lines, SIDE), i * SIDE * SIDE);
    }
    return all;
  });

export const program = defineProgram(demo, {
  init({ net }, key): State {
    const first = comparing.init({ net } as Parameters<typeof comparing.init>[0], key, {});
    return { net: first, moments: optimiser.init(first) };
  },
  step({ net, moments }: State, _, key) {
    const support = pictures(key, "support", 1);
    const queries = pictures(key, "queries", QUERIES);
    const labels = tensor(
      Array.from({ length: WAY * QUERIES }, (_each, i) => i % WAY),
      [WAY * QUERIES],
    );
    const { value, grad } = valueAndGrad((weights: Net) => {
      const [gPrime, fPrime] = [cnn(weights.cnn, support), cnn(weights.cnn, queries)];
      const [fce] = weights.fce;
      const g = fce ? gOf(fce, gPrime) : gPrime;
      const f = fce ? fOf(fce, fPrime, g).f : fPrime;
      return mean(crossEntropy(likeness(f, g, "cosine", SCALE), labels));
    })(net);
    const { params, state } = optimiser.update(net, grad, moments, RATE);
    return { state: { net: params, moments: state }, metrics: { loss: value } };
  },
  weights: {
    of: ({ net }: State) => net,
    begin: (state: State, weights) => ({ ...state, net: weights as Net }),
  },
  observe: () => ({}),
});
