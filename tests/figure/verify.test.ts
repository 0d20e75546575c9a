/** The verdict on a link's record, of runs that were really computed again. */
import { expect, test } from "vitest";
import { verdictOf } from "../../src/figure/verify.ts";
import { digestOf } from "../../src/receipts/digest.ts";
import type { Receipt, StepChange } from "../../src/receipts/receipt.ts";
import { harness, openToy, until, type ToyRun } from "../fixtures/page-harness.ts";

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
