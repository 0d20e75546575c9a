import fc from "fast-check";
import { expect, test } from "vitest";
import { readings } from "../../src/contract/written-number.ts";
import { formatCount, formatNumber } from "../../src/ui/format-number.ts";

fc.configureGlobal({ seed: 1 });

test.each([
  ["0.05", [0.05]],
  [".5", [0.5]],
  ["5.", [5]],
  ["0,5", [0.5]],
  ["0,500", [0.5]],
  ["−2", [-2]],
  ["+2", [2]],
  ["1e-4", [1e-4]],
  ["1e+21", [1e21]],
  ["1,5e-3", [0.0015]],
  ["5·10⁻⁵", [5e-5]],
  ["5\u202f×\u202f10⁻⁵", [5e-5]],
  ["-5 * 10^-5", [-5e-5]],
  ["10⁻⁵", [1e-5]],
  ["−10³", [-1000]],
  ["12 345", [12345]],
  ["12\u2009345,6", [12345.6]],
  ["12\u00a0345.6", [12345.6]],
  ["1’000", [1000]],
  ["1,234.5", [1234.5]],
  ["1.234,5", [1234.5]],
  ["3,000,000", [3e6]],
  ["3.000.000", [3e6]],
  ["1.234", [1.234]],
  ["2,000", [2000, 2]],
  ["−2,125", [-2125, -2.125]],
  ["", []],
  ["-", []],
  [".", []],
  ["fast", []],
  ["0x10", []],
  ["Infinity", []],
  ["1 2", []],
  ["1 2345", []],
  ["1,23,456", []],
  ["210^3", []],
  ["5·10", []],
  ["1".repeat(70), []],
])("%j may mean %j", (text, numbers) => {
  expect(readings(text, false)).toEqual(numbers);
});

test.each([
  ["2,000", [2000]],
  ["2.000", [2, 2000]],
  ["2,5", [2.5]],
  ["2 000", [2000]],
  ["1,234.5", [1234.5]],
])("where whole numbers are wanted, %j may mean %j", (text, numbers) => {
  expect(readings(text, true)).toEqual(numbers);
});

test("every number that this site prints or writes is read back", () => {
  fc.assert(
    fc.property(fc.double({ min: -1e300, max: 1e300, noNaN: true }), (x) => {
      expect(readings(String(x), false)).toEqual([x + 0]);
      const [near, ...others] = readings(formatNumber(x), false);
      expect(others).toEqual([]);
      expect(Math.abs(near! - x)).toBeLessThanOrEqual(0.006 * Math.abs(x) + 1e-300);
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), (n) => {
      expect(readings(formatCount(n), true)).toEqual([n]);
      expect(readings(n.toLocaleString("en"), true)).toEqual([n]);
    }),
  );
});
