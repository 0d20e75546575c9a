/** A run that goes through everything of the engine that bears on numbers. */
import { defineDemo } from "../../src/contract/demo.ts";
import { choice, number } from "../../src/contract/params.ts";
import { createRunner } from "../../src/engine/create-runner.ts";
import { runHeadless } from "../../src/engine/headless.ts";
import { defineProgram } from "../../src/engine/program.ts";
import { mul, square, sub } from "../../src/math/elementwise.ts";
import { valueAndGrad } from "../../src/math/grad.ts";
import { fold, type Key } from "../../src/math/key.ts";
import { dense } from "../../src/math/linear.ts";
import { initMlp, mlp } from "../../src/math/nn.ts";
import { adam } from "../../src/math/optim.ts";
import { normal } from "../../src/math/random.ts";
import { mean, max } from "../../src/math/reduce.ts";
import type { Tensor } from "../../src/math/tensor.ts";
import type { Tree } from "../../src/math/tree.ts";
import type { Numbers } from "./probe.ts";

const demo = defineDemo({
  id: "versions/sample",
  title: "A sample",
  question: "Which numbers does the engine make?",
  source: { section: "none", equations: [] },
  params: {
    rate: number({ label: "", help: "", effect: "live", fallback: 0.01, min: 0, max: 1 }),
    target: choice({
      label: "",
      help: "",
      effect: "restart",
      fallback: "wide",
      options: [
        { value: "wide", label: "" },
        { value: "narrow", label: "" },
      ],
    }),
  },
  steps: {
    name: "step",
    stopAt: 40,
    measureEvery: 10,
    metrics: { loss: { label: "", help: "" } },
  },
  measures: { peak: { label: "", help: "" } },
  outputs: { picture: { label: "", shape: "[64, 1]" } },
});

type State = { readonly layers: ReturnType<typeof initMlp>; readonly moments: Tree };
const { init, update } = adam();
const points = (key: Key): Tensor => normal(fold(key, "x"), [64, 2]);

const program = defineProgram(demo, {
  init(_, key): State {
    const layers = initMlp(fold(key, "layers"), [2, 16, 1]);
    return { layers, moments: init(layers) };
  },
  step({ layers, moments }: State, { target }, key, { rate }) {
    const x = points(key);
    const wanted = mean(mul(square(x), target === "wide" ? 2 : 0.5), 1, true);
    const { value, grad } = valueAndGrad((weights: State["layers"]) =>
      mean(square(sub(mlp(weights, x), wanted))),
    )(layers);
    const { params, state } = update(layers, grad, moments, rate);
    return { state: { layers: params, moments: state }, metrics: { loss: value } };
  },
  weights: {
    of: ({ layers }: State) => layers,
    begin: (state: State, layers) => ({ ...state, layers: layers as State["layers"] }),
  },
  measure: {
    sample: ({ layers }: State, _, key) => ({ values: max(mlp(layers, points(key))) }),
    evaluate: ({ values }) => ({ peak: values.data[0]! }),
  },
  observe: ({ layers: [first, second] }: State, _, key) => ({
    picture: () => dense(dense(points(key), first!.W, first!.b, "relu"), second!.W, second!.b),
  }),
});

/** Its curves and pictures, with a change on the way, its scores, and its way on from where it was left. */
export async function sampleRun(): Promise<Numbers[]> {
  const opening = { demo, program, params: { target: "narrow" }, seed: 7 };
  const changes = [{ step: 15, params: { rate: "0.1" } }];
  const run = await runHeadless({ ...opening, steps: 40, changes, outputs: ["picture"] });
  const runner = await createRunner(opening);
  for (let step = 0; step < 5; step++) await runner.advance();
  const scoring = runner.scoring();
  let scores = await scoring.next();
  while (!scores) scores = await scoring.next();
  const left = await runner.left();
  runner.close();
  const resumed = await createRunner({ ...opening, resume: left });
  for (let step = 0; step < 5; step++) await resumed.advance();
  const later = await resumed.series();
  resumed.close();
  return [
    ...[...Object.values(run.series), ...Object.values(later)].flatMap(({ steps, values }) => [
      [...steps],
      values,
    ]),
    ...Object.values(run.outputs).map(({ data }) => data),
    Object.values(scores).map(({ mean: score }) => score),
  ];
}
