/** The weights of a run as a file, with a card that says how the run came to them. */
import type { Demo } from "../contract/demo.ts";
import { digestOf } from "../contract/digest.ts";
import { fromWire } from "../contract/params.ts";
import type { Points } from "../contract/protocol.ts";
import { writeReceipt } from "../contract/receipt.ts";
import { reproQuery } from "../contract/repro-query.ts";
import { changed } from "../contract/url.ts";
import { writeWeights, type Score } from "../contract/weights.ts";
import type { Run } from "../engine/page/run.ts";

export interface WeightsFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The file, or a sentence on why there is none. */
export async function weightsOf(
  demo: Demo,
  run: Run,
  version: string,
): Promise<WeightsFile | string> {
  const saved = await run.save();
  if (!saved) return "There is no run whose weights could be saved: press Run first.";
  if (!saved.weights) return "This demo does not say which of its numbers are weights.";
  if (!(await arrival(run, saved.step)))
    return "The run began anew while its weights were being saved. Try once more.";

  const { step } = saved;
  const { series, backend } = run.snapshot();
  const { seed, params, changes } = run.history();
  const { values } = fromWire(demo.params, params);
  const acted = changes.filter((change) => change.step < step);
  const digest = await digestOf(series, step);
  const receipt = writeReceipt(
    demo,
    { seed, params },
    { version, backend: backend!, step, changes: acted, digest },
  );
  const settings = [
    pairs(changed(demo, values)) || "default settings",
    ...acted.map((change) => `${pairs(change.params)} after ${change.step} steps`),
  ];
  const card = {
    title: demo.title,
    script: `npm run repro -- '${reproQuery(demo, { values, seed, receipt })}'`,
    demo: demo.id,
    settings: settings.join("; "),
    seed,
    steps: step,
    data: "as the demo draws them",
    digest,
    scores: scoresOf(demo, series, step),
    version,
    made: new Date().toISOString().slice(0, 10),
  };
  const name = `${demo.id.replace("/", "-")}-${seed}-${step}.safetensors`;
  return { name, bytes: await writeWeights(saved.weights, card, "F32") };
}

const pairs = (wire: Readonly<Record<string, string>>): string =>
  Object.entries(wire)
    .map((pair) => pair.join("="))
    .join(", ");

/** Resolves when the page has seen that step: with false if the run began anew before. */
function arrival(run: Run, step: number): Promise<boolean> {
  return new Promise((resolve) => {
    let last = run.snapshot().step;
    const look = (): void => {
      const now = run.snapshot().step;
      const anew = now < last;
      last = now;
      if (now < step && !anew) return;
      leave();
      resolve(!anew);
    };
    const leave = run.subscribe(look);
    look();
  });
}

/** The measures as they last were by that step. */
function scoresOf(
  demo: Demo,
  series: Readonly<Record<string, Points>>,
  upTo: number,
): Record<string, Score> {
  const scores = Object.entries(demo.measures).map(([name, { label }]): [string, Score] => {
    const { steps, values } = series[name]!;
    const at = steps.findLastIndex((step) => step <= upTo);
    return [name, { label, mean: values[at]!, batches: 1 }];
  });
  return Object.fromEntries(scores);
}
