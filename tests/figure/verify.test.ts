/** The verdict on a link's record, of runs that were really computed again. */
import { expect, test } from "vitest";
import { defaults, toWire } from "../../src/contract/params.ts";
import { replayStage, verdictOf } from "../../src/figure/verify.ts";
import { digestOf } from "../../src/receipts/digest.ts";
import type { Receipt, StepChange } from "../../src/receipts/receipt.ts";
import { harness, openToy, until, type ToyRun } from "../fixtures/page-harness.ts";
import { demo, setup } from "../fixtures/toy.ts";

/** As receipts had them before strokes at one step were one change. */
const STROKES: readonly StepChange[] = [
  { step: 10, params: { rate: "0.3" } },
  { step: 10, params: { rate: "0.2" } },
  { step: 20, params: { rate: "0.05" } },
];

async function replayed(changes: readonly StepChange[], meanwhile?: (run: ToyRun) => void) {
  const run = openToy(harness().client);
  run.replay({ seed: 1, params: { rate: "0.1" } }, changes, 40);
  meanwhile?.(run);
  await until(run, ({ phase }) => phase === "done");
  return run;
}

const receiptOf = async (run: ToyRun, changes: readonly StepChange[]): Promise<Receipt> => ({
  version: "0000000000",
  backend: "wasm",
  step: 40,
  changes,
  digest: await digestOf(run.snapshot().series, 40),
});

test("a record with several changes at one step is reproduced", async () => {
  const run = await replayed(STROKES);
  expect(run.history().changes.length).toBe(2);
  const receipt = await receiptOf(run, STROKES);
  expect((await verdictOf(run, receipt, "0000000000")).says).toMatch(/^Reproduced/);
});

test("a run whose settings the reader changed is not compared", async () => {
  const run = await replayed(STROKES, (going) => going.commit({ rate: 0.4 }));
  const receipt = await receiptOf(run, STROKES);
  expect((await verdictOf(run, receipt, "0000000000")).says).toMatch(/^Not compared/);
});

test("a replay has arrived at the record's step, and nothing else has", async () => {
  const run = openToy(harness().client);
  const replay = () => {
    run.replay({ seed: 1, params: { rate: "0.1" } }, [], 40);
    return run.history();
  };
  let begun = replay();
  expect(replayStage(run, begun, 40)).toBe("under way");
  await until(run, ({ phase }) => phase === "done");
  expect(replayStage(run, begun, 40)).toBe("arrived");
  begun = replay();
  expect(replayStage(run, begun, 40)).toBe("under way");
  // Another seed trains to the same step, with the same live changes: none.
  run.reseed(2);
  await until(run, ({ phase }) => phase === "done" || phase === "paused");
  expect(replayStage(run, begun, run.snapshot().step)).toBe("left");
});

test("a picture that was there before any run is no replayed run", async () => {
  const run = harness().client.open(demo, setup, [
    {
      params: toWire(demo.params, defaults(demo.params)),
      seed: 1,
      step: 40,
      series: {},
      outputs: {},
    },
  ]);
  run.replay({ seed: 1, params: {} }, [], 40);
  const begun = run.history();
  run.reset();
  expect(run.snapshot()).toMatchObject({ phase: "idle", step: 40 });
  expect(replayStage(run, begun, 40)).toBe("left");
});
