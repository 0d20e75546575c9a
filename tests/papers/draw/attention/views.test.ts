/** The answer's arithmetic: who is compared with whom at equal steps and at equal work. */
import { expect, test } from "vitest";
import { defaults } from "../../../../src/contract/params.ts";
import type { Snapshot } from "../../../../src/contract/view.ts";
import { demo } from "../../../../src/papers/draw/attention/demo.ts";
import { views } from "../../../../src/papers/draw/attention/views.tsx";

const STEPS = Uint32Array.of(0, 50, 100, 150, 200);
type Shown = "1" | "2" | "5" | "10";

/** Every bound falls in a line from 200; by so many nats in 200 steps. */
function look(shown: Shown, { on, off }: { readonly on: number; readonly off: number }) {
  const work = (name: string, T: number): number => (name.startsWith("on") ? 100 * T : 500 * T);
  const branches = Object.entries(demo.branches).map(([name, { values }]) => {
    const fall = name.startsWith("on") ? on : off;
    const bound = { steps: STEPS, values: Float32Array.from(STEPS, (s) => 200 - (fall * s) / 200) };
    const each = { steps: STEPS, values: new Float32Array(5).fill(work(name, values.T)) };
    return [name, { series: { bound, work: each } }];
  });
  return {
    values: { ...defaults(demo.params), shown },
    branches: Object.fromEntries(branches),
  } as unknown as Snapshot<typeof demo>;
}

test("at equal work the dearer model has the steps that its work allows, between two measures too", () => {
  // A fifth of 200 steps is 40: 80 nats in 200 steps are 16 by then.
  const says = views.finding(look("1", { on: 60, off: 80 }));
  expect(says).toContain(
    "by equal steps: the model without wins by 20, 140 nats with and 120 without after 200 training steps each.",
  );
  expect(says).toContain("By equal work: windows win by 44, 184 after 40 steps without.");
});

test("fewer steps on the whole image are named where they are about the same work", () => {
  const both = { on: 60, off: 59 };
  expect(views.finding(look("10", both))).toContain(
    "T = 2 without is 1.0 times that work, at 141: level.",
  );
  expect(views.finding(look("5", both))).toContain("T = 1 without is 1.0 times that work");
  expect(views.finding(look("2", both))).not.toContain("times");
});

test("before the second measure there is nothing to compare", () => {
  const early = look("10", { on: 1, off: 1 });
  const first = { steps: STEPS.subarray(0, 1), values: Float32Array.of(200) };
  const branches = Object.fromEntries(
    Object.entries(early.branches).map(([name, { series }]) => [
      name,
      { series: { ...series, bound: first } },
    ]),
  );
  const said = views.finding({ ...early, branches } as unknown as typeof early);
  expect(said).toBe("Eight models learn side by side.");
});
