import * as fc from "fast-check";
import { expect, test } from "vitest";
import { decimate, GAP } from "../../src/ui/decimate.ts";

fc.configureGlobal({ seed: 1 });

const curve = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 1, max: 9 }),
      value: fc.oneof(
        { weight: 9, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
        { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Infinity, -Infinity) },
      ),
    }),
    { minLength: 1, maxLength: 400 },
  )
  .map((points) => {
    let step = -1;
    return {
      steps: points.map(({ gap }) => (step += gap)),
      values: points.map(({ value }) => value),
    };
  });
const columns = fc.integer({ min: 1, max: 50 });

test("of every pixel column the first, last, lowest and highest points stay", () => {
  fc.assert(
    fc.property(curve, columns, ({ steps, values }, count) => {
      const to = steps.at(-1)! + 1;
      const kept = new Set(decimate(steps, values, 0, to, count).filter((i) => i !== GAP));
      const inColumn: number[][] = [];
      steps.forEach((step, i) => {
        if (Number.isFinite(values[i])) (inColumn[Math.floor(step * (count / to))] ??= []).push(i);
      });
      for (const all of inColumn.filter(Boolean)) {
        const left = all.filter((i) => kept.has(i)).map((i) => values[i]!);
        expect(Math.min(...left)).toBe(Math.min(...all.map((i) => values[i]!)));
        expect(Math.max(...left)).toBe(Math.max(...all.map((i) => values[i]!)));
        expect(kept.has(all[0]!)).toBe(true);
        expect(kept.has(all.at(-1)!)).toBe(true);
      }
    }),
  );
});

test("the line is interrupted exactly where values are not finite, and keeps its order", () => {
  fc.assert(
    fc.property(curve, columns, ({ steps, values }, count) => {
      const kept = decimate(steps, values, 0, steps.at(-1)! + 1, count);
      expect(kept[0]).not.toBe(GAP);
      expect(kept.at(-1)).not.toBe(GAP);
      let previous = -1;
      let gap = false;
      for (const i of kept) {
        if (i === GAP) {
          gap = true;
          continue;
        }
        expect(i).toBeGreaterThan(previous);
        const between = values.slice(previous + 1, i).some((value) => !Number.isFinite(value));
        expect(gap).toBe(between && previous >= 0);
        previous = i;
        gap = false;
      }
    }),
  );
});

test("ten thousand points become at most four for each of a hundred columns", () => {
  const steps = Uint32Array.from({ length: 10_000 }, (_, i) => i);
  const values = Float32Array.from(steps, (i) => Math.sin(i) * (i === 5003 ? 90 : 1));
  const kept = decimate(steps, values, 0, 10_000, 100);
  expect(kept.length).toBeLessThanOrEqual(400);
  expect(kept).toContain(5003);
});

test("nothing, or nothing finite, gives nothing", () => {
  expect(decimate([], [], 0, 1, 10)).toEqual([]);
  expect(decimate([1, 2], [Number.NaN, Infinity], 0, 3, 10)).toEqual([]);
});
