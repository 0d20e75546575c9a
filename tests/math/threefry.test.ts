import { expect, test } from "vitest";
import { threefry } from "../../src/math/threefry.ts";

const block = (key: [number, number], counter: [number, number]): string[] => {
  const words = new Uint32Array(2);
  threefry(...key, ...counter, words);
  return [...words].map((word) => word.toString(16).padStart(8, "0"));
};

// From Random123's file of known answers, kat_vectors, "threefry2x32 20".
test.each<[[number, number], [number, number], string[]]>([
  [
    [0, 0],
    [0, 0],
    ["6b200159", "99ba4efe"],
  ],
  [
    [0xffffffff, 0xffffffff],
    [0xffffffff, 0xffffffff],
    ["1cb996fc", "bb002be7"],
  ],
  [
    [0x13198a2e, 0x03707344],
    [0x243f6a88, 0x85a308d3],
    ["c4923a9c", "483df7a0"],
  ],
])("key %s and counter %s give the published words", (key, counter, words) => {
  expect(block(key, counter)).toEqual(words);
});

test("a longer array begins with the shorter, whatever the parity, and counters follow on", () => {
  const long = new Uint32Array(8);
  threefry(1, 2, 3, 4, long);
  for (let n = 0; n < 8; n++) {
    const short = new Uint32Array(n);
    threefry(1, 2, 3, 4, short);
    expect([...short]).toEqual([...long.subarray(0, n)]);
  }
  const later = new Uint32Array(4);
  threefry(1, 2, 5, 4, later);
  expect([...later]).toEqual([...long.subarray(4)]);
});
