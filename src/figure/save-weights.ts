/** The weights of a run as a file, with a card that says how the run came to them. */
import type { Demo } from "../contract/demo.ts";
import { digestOf } from "../receipts/digest.ts";
import { fromWire } from "../contract/params.ts";
import { offeredReceipt } from "../receipts/receipt.ts";
import { reproCommand } from "../receipts/repro-query.ts";
import { changed } from "../contract/url.ts";
import { writeWeights } from "../weights/weights-file.ts";
import type { Run } from "../engine/page/held-run.ts";

export interface NewFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The file, or a sentence on why there is none. */
export async function weightsOf(demo: Demo, run: Run, version: string): Promise<NewFile | string> {
  const saved = await run.save();
  if (!saved) return "There is no run whose weights could be saved: press Run first.";
  if (!saved.weights) return "This demo does not say which of its numbers are weights.";
  if (!(await arrival(run, saved.step)))
    return "The run began anew while its weights were being saved. Try once more.";

  const { step } = saved;
  const { curves, backend, begunFrom } = run.snapshot();
  const { seed, params, changes } = run.history();
  const { values } = fromWire(demo.params, params);
  const acted = changes.filter((change) => change.step < step);
  const digest = await digestOf(curves, step);
  const record = { version, backend: backend!, step, changes: acted, digest };
  const offered = offeredReceipt(demo, { seed, params }, record);
  const settings = [
    pairs(changed(demo, values)) || "default settings",
    ...acted.map((change) => `${pairs(change.params)} after ${change.step} steps`),
  ];
  const card = {
    title: demo.title,
    // What no link can carry of the run, its settings below tell.
    script: reproCommand(
      demo,
      "shared" in offered ? offered.shared : { values, seed, stop: step },
      begunFrom,
    ),
    demo: demo.id,
    settings: settings.join("; "),
    ...(begunFrom && { from: `${begunFrom.name}, SHA-256 ${begunFrom.weights.hash}` }),
    seed,
    steps: step,
    data: "as the demo draws them",
    digest,
    scores: saved.scores,
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
