import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  formatCount,
  formatDuration,
  formatFixed,
  formatNumber,
  formatTicks,
  formatProgress,
} from "../../src/ui/format-number.ts";

fc.configureGlobal({ seed: 1 });

test.each([
  [0, "0"],
  [-0, "0"],
  [8, "8"],
  [0.0312345, "0.0312"],
  [-1.5, "−1.50"],
  [0.9996, "1.00"],
  [12345, "12\u202f300"],
  [1234.5, "1230"],
  [0.00005, "5\u202f×\u202f10⁻⁵"],
  [-1.234e9, "−1.23\u202f×\u202f10⁹"],
  [Number.NaN, "not a number"],
  [Number.POSITIVE_INFINITY, "∞"],
  [Number.NEGATIVE_INFINITY, "−∞"],
])("%d reads %s", (x, text) => {
  expect(formatNumber(x)).toBe(text);
});

test("what is shown is within half a unit of the third digit", () => {
  const digits: Record<string, string> = Object.fromEntries(
    [..."⁰¹²³⁴⁵⁶⁷⁸⁹⁻"].map((c, i) => [c, "0123456789-"[i]!]),
  );
  const read = (text: string): number =>
    Number(
      text
        .replaceAll("\u202f", "")
        .replaceAll("−", "-")
        .replace(/×10(.+)/, (_, power: string) => `e${[...power].map((c) => digits[c]).join("")}`),
    );
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e30, max: 1e30 }), (x) => {
      fc.pre(Math.abs(x) > 1e-30 || x === 0);
      expect(Math.abs(read(formatNumber(x)) - x)).toBeLessThanOrEqual(Math.abs(x) * 0.00501);
    }),
  );
});

test("counts are written in full", () => {
  expect(formatCount(2000)).toBe("2000");
  expect(formatCount(1234567)).toBe("1\u202f234\u202f567");
});

test("ticks share their decimals", () => {
  expect(formatTicks([0, 0.1, 0.2, 0.30000000000000004])).toEqual(["0.0", "0.1", "0.2", "0.3"]);
  expect(formatTicks([-2, 0, 2])).toEqual(["−2", "0", "2"]);
  expect(formatTicks([0, 0.00002])).toEqual(["0", "2\u202f×\u202f10⁻⁵"]);
});

test("durations promise no more than is known", () => {
  expect([0.2, 4.4, 21, 100, 4000, 20000].map(formatDuration)).toEqual([
    "less than 1 s",
    "about 4 s",
    "about 20 s",
    "about 2 min",
    "about 67 min",
    "about 6 h",
  ]);
});

test("progress is in megabytes, of a whole where that is known", () => {
  expect(formatProgress({ loaded: 0, total: 875_000 })).toBe("0.0 of 0.9 MB");
  expect(formatProgress({ loaded: 412_000, total: 1_128_339 })).toBe("0.4 of 1.1 MB");
  expect(formatProgress({ loaded: 412_000, total: 0 })).toBe("0.4 MB");
});

test("fixed decimals have a true minus, and zero has none", () => {
  expect(formatFixed(-0.061, 2)).toBe("−0.06");
  expect(formatFixed(-0.001, 2)).toBe("0.00");
  expect(formatFixed(2, 1)).toBe("2.0");
});
