/** Half precision against its definition: all halves, and rounding of any single to the nearest, ties to even. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { fromHalves, toHalves } from "../../src/weights/half.ts";

const all = Uint16Array.from({ length: 1 << 16 }, (_, i) => i);
const values = fromHalves(all);
const finite = [...values].filter(Number.isFinite);
const half = (x: number): number => toHalves(Float32Array.of(x))[0]!;
const LARGEST = 65504;

test("every half survives the way to single precision and back, bit for bit", () => {
  const back = toHalves(values);
  const again = fromHalves(back);
  const kept = back.every(
    (bits, i) => bits === i || (Number.isNaN(values[i]) && Number.isNaN(again[i])),
  );
  expect(kept).toBe(true);
  expect(finite).toHaveLength(65536 - 2 * 1024);
});

test("the values are those of the standard", () => {
  const known = {
    0x0000: 0,
    0x8000: -0,
    0x3c00: 1,
    0xc000: -2,
    0x7bff: LARGEST,
    0x0400: 2 ** -14,
    0x0001: 2 ** -24,
    0x03ff: 1023 * 2 ** -24,
    0x7c00: Infinity,
    0xfc00: -Infinity,
    0x3555: 0.333251953125,
  };
  for (const [bits, value] of Object.entries(known)) expect(values[Number(bits)]).toBe(value);
});

test("the ends: infinities, NaN, what is too large and what is too small", () => {
  expect([half(Infinity), half(-Infinity)]).toEqual([0x7c00, 0xfc00]);
  expect(fromHalves(toHalves(Float32Array.of(Number.NaN)))[0]).toBeNaN();
  expect([half(65519), half(65520), half(-1e38)]).toEqual([0x7bff, 0x7c00, 0xfc00]);
  expect([half(2 ** -25), half(-(2 ** -25)), half(2 ** -25 * 1.001), half(1e-40)]).toEqual([
    0, 0x8000, 1, 0,
  ]);
});

test("any single goes to the nearest half; of two equally near ones to the one with an even last bit", () => {
  const sorted = [...new Set(finite)].sort((a, b) => a - b);
  const nearest = (x: number): number => {
    let low = 0;
    let high = sorted.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! <= x) low = middle;
      else high = middle;
    }
    const [below, above] = [x - sorted[low]!, sorted[high]! - x];
    if (below !== above) return below < above ? sorted[low]! : sorted[high]!;
    return all[values.indexOf(sorted[low]!)]! % 2 === 0 ? sorted[low]! : sorted[high]!;
  };
  const single = fc.oneof(
    fc.float({ min: -LARGEST, max: LARGEST, noNaN: true }),
    fc.float({ min: Math.fround(-1e-4), max: Math.fround(1e-4), noNaN: true }),
    // Exactly between two neighbours.
    fc.nat(0x7bfe).map((i) => (values[i]! + values[i + 1]!) / 2),
  );
  fc.assert(
    fc.property(single, (x) => {
      expect(values[half(x)]! + 0).toBe(nearest(x) + 0);
    }),
    { numRuns: 3000 },
  );
});
