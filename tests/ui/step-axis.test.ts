import * as fc from "fast-check";
import { expect, test } from "vitest";
import { edgeAnchor } from "../../src/ui/chart-scale.ts";
import { stepAxis } from "../../src/ui/step-axis.ts";

test("numbers of steps never touch in the narrowest chart, whatever its end, and are as many as may be", () => {
  const numbers = (end: number): string[] => stepAxis(end).ticks.map(({ text }) => text);
  expect(numbers(1000)).toEqual(["0", "500", "1000"]);
  expect(numbers(2000)).toEqual(["0", "1000", "2000"]);
  expect(numbers(1500)).toEqual(["0", "500", "1000", "1500"]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3_000_000 }), (end) => {
      const { ticks, place } = stepAxis(end);
      expect(ticks.length).toBeGreaterThan(1);
      // A digit of Inter at 12 px is 7.5 px wide; a chart of 240 px has a plot of 192.
      const spans = ticks.map(({ at, text }) => {
        const [width, middle] = [7.5 * text.length, 192 * place(at)];
        const anchor = edgeAnchor(place(at));
        const left = anchor === "start" ? middle : middle - (anchor === "end" ? width : width / 2);
        return { left, right: left + width };
      });
      spans.slice(1).forEach(({ left }, i) => expect(left).toBeGreaterThan(spans[i]!.right + 4));
    }),
    { seed: 1, numRuns: 2000 },
  );
});
