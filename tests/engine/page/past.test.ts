import { expect, test } from "vitest";
import type { Snapshot } from "../../../src/contract/view.ts";
import { createPast } from "../../../src/engine/page/past.ts";

const array = (floats: number) => ({ shape: [floats], data: new Float32Array(floats) });
const at = (step: number, outputs: Record<string, ReturnType<typeof array>> = {}): Snapshot =>
  ({ step, outputs, branches: {} }) as unknown as Snapshot;

test("however long a run, about fifty of its snapshots are kept, evenly spaced, with the first", () => {
  const past = createPast();
  const counts: number[] = [];
  // As frames come: a few steps at a time, not always as many.
  for (let step = 0, i = 0; step <= 2000; step += 3 + (i++ % 7)) {
    past.add(at(step));
    counts.push(past.steps().length);
  }
  expect(Math.max(...counts)).toBeLessThan(64);
  const steps = past.steps();
  expect(steps.length).toBeGreaterThanOrEqual(32);
  expect(steps[0]).toBe(0);
  const gaps = steps.slice(1).map((step, i) => step - steps[i]!);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(2 * Math.min(...gaps));
  expect(2000 - steps.at(-1)!).toBeLessThanOrEqual(Math.max(...gaps));
});

test("large outputs are kept fewer times; those that do not change count once", () => {
  const past = createPast(64, 1000);
  for (let step = 0; step < 100; step++) past.add(at(step, { made: array(50) }));
  expect(past.steps().length).toBeLessThanOrEqual(5);
  expect(past.steps().length).toBeGreaterThanOrEqual(2);
  const same = array(200);
  const shared = createPast(64, 1000);
  for (let step = 0; step < 60; step++) shared.add(at(step, { real: same }));
  expect(shared.steps()).toHaveLength(60);
});

test("the nearest is found, and the present where that is nearer", () => {
  const past = createPast();
  for (const step of [0, 100, 200, 300]) past.add(at(step));
  const near = (step: number) => past.nearest(step, 310)?.step ?? "now";
  expect([-5, 0, 49, 51, 260, 304, 306, 900].map(near)).toEqual([
    0,
    0,
    0,
    100,
    300,
    300,
    "now",
    "now",
  ]);
  expect(createPast().nearest(3, 9)).toBeNull();
});
