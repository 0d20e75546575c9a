import fc from "fast-check";
import { expect, test } from "vitest";
import { createCurves, createSeries } from "../../../src/engine/page/series.ts";

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
