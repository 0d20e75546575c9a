import { expect, test } from "vitest";
import { zeroSince, finding } from "../../../src/papers/wgan/ring/finding.ts";
import { demo } from "../../../src/papers/wgan/ring/demo.ts";
import { defaults } from "../../../src/contract/params.ts";
import type { Snapshot } from "../../../src/contract/view.ts";

const curve = (steps: number, at: (step: number) => number, every = 1) => {
  const taken = Array.from({ length: Math.floor(steps / every) + 1 }, (_, i) => i * every);
  return { steps: Uint32Array.from(taken), values: Float32Array.from(taken, at) };
};
const snapshot = (estimate: (step: number) => number, em: (step: number) => number) =>
  ({
    values: defaults(demo.params),
    phase: "done",
    step: 1000,
    begunFrom: null,
    series: {
      estimate: curve(1000, estimate),
      em: curve(1000, em, 25),
      floor: curve(1000, () => 0.1, 25),
      modes: curve(1000, () => 8, 25),
    },
  }) as unknown as Snapshot<typeof demo>;
const wave = (step: number): number => Math.sin(step / 30);

test("a loss that moves with the distance, and one that moves against it", () => {
  expect(finding(snapshot(wave, wave))).toMatch(/critic’s estimate rose and fell with it/);
  expect(finding(snapshot((step) => -wave(step), wave))).toMatch(/moved against it/);
});

test("a critic that died is named with the step, and gets no verdict from what it said before", () => {
  const says = finding(snapshot((step) => (step < 450 ? 1 + wave(step) : 0), wave));
  expect(says).toContain("The estimate has been 0 since step 450: the critic is flat.");
  expect(says).not.toContain("rank correlation");
});

test("zero counts once it has lasted; a single other value wakes it", () => {
  expect(zeroSince(curve(1000, (step) => (step < 980 ? 1 : 0)))).toBeNull();
  expect(zeroSince(curve(1000, (step) => (step < 500 || step === 999 ? 1 : 0)))).toBeNull();
  expect(zeroSince(curve(1000, () => 1e-8))).toBe(0);
  expect(zeroSince(curve(0, () => 0))).toBeNull();
});
