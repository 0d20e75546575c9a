/** What a run offers to whoever would compute it again: a link that opens, or why there is none. */
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { toWire } from "../../src/contract/params.ts";
import { readSetup, writeSetup } from "../../src/contract/url.ts";
import { Reproduce } from "../../src/figure/Reproduce.tsx";
import { readReceipt } from "../../src/receipts/receipt.ts";
import { demo as ring } from "../../src/papers/wgan/ring/demo.ts";
import { fakeRun } from "../fixtures/fake-run.ts";
import { mount } from "../fixtures/mount.tsx";
import { ringTrainer } from "../fixtures/ring-demo.tsx";
import { asDemo } from "../fixtures/widen.ts";

const demo = asDemo(ring);
const changed = (count: number) =>
  Array.from({ length: count }, (_, step) => ({ step, params: { c: step % 2 ? "0.1" : "0.2" } }));

function mountRun(step: number, changes: number) {
  const run = fakeRun(demo, ringTrainer, { step, phase: "paused", backend: "wasm" });
  const history = { ...run.history(), step, changes: changed(changes) };
  mount(
    <Reproduce
      demo={demo}
      run={{ ...run, history: () => history }}
      version="0123456789"
      link={(shared) => `https://example.org/wgan/${writeSetup(demo, shared)}`}
    />,
  );
}
const link = () => page.getByLabelText("This very run");

test("a run within the limits has a link that its reader takes", async () => {
  mountRun(40_000, 1000);
  await expect.element(link()).toBeVisible();
  const address = new URL((link().element() as HTMLInputElement).value);
  const { seed, values, receipt, problems } = readSetup(demo, address.search);
  expect(problems).toEqual([]);
  const start = { seed, params: toWire(demo.params, values) };
  const read = readReceipt(demo, start, receipt!);
  expect("receipt" in read && read.receipt.changes.length).toBe(1000);
});

test.each([
  ["too long", 40_500, 0, "it is 40500 steps long; at most 40000 are computed again."],
  ["of too many changes", 2000, 1001, "it has 1001 live changes; at most 1000 are kept."],
])("a run that is %s says so, and has no link", async (_, step, changes, reason) => {
  mountRun(step, changes);
  await expect.element(page.getByText(`This run goes into no link: ${reason}`)).toBeVisible();
  expect(link().query()).toBeNull();
});
