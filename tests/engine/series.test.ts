import fc from "fast-check";
import { expect, test } from "vitest";
import { createRecorder } from "../../src/engine/record.ts";
import { createRate } from "../../src/engine/page/rate.ts";
import { createPace } from "../../src/engine/worker/pace.ts";
import { createCurves, createSeries } from "../../src/engine/page/series.ts";

const points = (from: number, count: number) => ({
  steps: Uint32Array.from({ length: count }, (_, i) => from + i),
  values: Float32Array.from({ length: count }, (_, i) => Math.sin(from + i)),
});

test("portions of any size give the whole curve", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(300), { maxLength: 12 }), (sizes) => {
      const series = createSeries();
      let from = 0;
      for (const size of sizes) {
        series.append(points(from, size));
        from += size;
      }
      expect(series.view()).toEqual(points(0, from));
    }),
  );
});

test("a long curve stays within its capacity, keeps its newest points and never goes back", () => {
  const series = createSeries(1024);
  let snapshot = series.view();
  let copy = [...snapshot.steps];
  for (let from = 0; from < 50_000; from += 100) {
    series.append(points(from, 100));
    expect([...snapshot.steps]).toEqual(copy);
    snapshot = series.view();
    copy = [...snapshot.steps];
    expect(snapshot.steps.length).toBeLessThanOrEqual(1024);
    expect(snapshot.steps.slice(-100)).toEqual(points(from, 100).steps);
  }
  expect([...snapshot.steps].every((step, i, all) => i === 0 || step > all[i - 1]!)).toBe(true);
  expect(snapshot.steps[0]).toBe(0);
});

test("curves that were not announced are passed over", () => {
  const curves = createCurves(["loss"]);
  curves.append({ loss: points(1, 3), other: points(1, 3) });
  expect(Object.keys(curves.views())).toEqual(["loss"]);
});

test("the recorder hands over what is new, and refuses names that nobody declared", () => {
  const recorder = createRecorder(["loss"]);
  recorder.add("loss", 1, 0.5);
  expect(recorder.take().loss).toEqual({ steps: Uint32Array.of(1), values: Float32Array.of(0.5) });
  expect(recorder.take().loss!.steps.length).toBe(0);
  expect(() => recorder.add("los", 1, 1)).toThrow("no metric or measure “los”");
});

test("the rate is that of the last moments", () => {
  const rate = createRate();
  expect(rate.value()).toBe(0);
  for (let i = 0; i <= 30; i++) rate.note(i, i * 100);
  expect(rate.value()).toBeCloseTo(10, 9);
  for (let i = 1; i <= 20; i++) rate.note(30 + 5 * i, 3000 + i * 100);
  expect(rate.value()).toBeCloseTo(50, 9);
});

test("a pace allows so many steps by a time", () => {
  const pace = createPace(1000, 40, 100, 10);
  expect([pace.due(40, 1000), pace.due(41, 1050), pace.due(41, 1100)]).toEqual([true, false, true]);
  expect(createPace(0, 0, 100).due(99, 0)).toBe(true);
  expect(createPace(0).until).toBe(0);
});
