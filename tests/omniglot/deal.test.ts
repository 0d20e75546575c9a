/** Episodes from the reader's drawings. */
import { expect, test } from "vitest";
import { ALPHABETS, CHARACTERS, DRAWERS, nameOf } from "../../src/omniglot/alphabets.ts";
import { deal, dealable } from "../../src/omniglot/deal.ts";
import { isUntrained } from "../../src/omniglot/untrained.ts";

const SIZED = { signs: 5, shots: 3 };
/** The first bits of each drawing say which it is. */
function numbered(characters: readonly number[], drawers = DRAWERS): Uint8Array {
  const bits = new Uint8Array(CHARACTERS * DRAWERS * 98);
  for (const character of characters)
    for (let drawer = 0; drawer < drawers; drawer++) {
      const from = (character * DRAWERS + drawer) * 98;
      bits.set([character >> 8, character & 255, drawer + 1], from);
    }
  return bits;
}
const all = Array.from({ length: CHARACTERS }, (_, i) => i);
const idOf = (rows: Float32Array, row: number): [character: number, drawer: number] => {
  const at = (byte: number): number =>
    Array.from(rows.subarray(row * 784 + 8 * byte, row * 784 + 8 * byte + 8)).reduce(
      (sum, bit) => 2 * sum + bit,
      0,
    );
  return [256 * at(0) + at(1), at(2) - 1];
};

test("examples and the query are by different hands, of characters that were not trained on", () => {
  // By lot: often enough that no lot hides a mistake.
  for (const choice of Array.from({ length: 20 }, (_, i) => (i % 2 ? "one" : "all"))) {
    const dealt = deal(numbered(all), choice, SIZED)!;
    expect(new Set(dealt.characters).size).toBe(5);
    expect(dealt.characters.every(isUntrained)).toBe(true);
    expect(dealt.names).toEqual(dealt.characters.map(nameOf));
    for (let sign = 0; sign < 5; sign++) {
      const ids = [0, 1, 2].map((example) => idOf(dealt.S, 5 * example + sign));
      if (sign === dealt.answer) ids.push(idOf(dealt.query, 0));
      expect(ids.every(([character]) => character === dealt.characters[sign])).toBe(true);
      expect(new Set(ids.map(([, drawer]) => drawer)).size).toBe(ids.length);
    }
    const alphabetOf = (c: number) =>
      ALPHABETS.find(({ first, count }) => c >= first && c < first + count);
    if (choice === "one") expect(new Set(dealt.characters.map(alphabetOf)).size).toBe(1);
  }
});

test("characters are called by their alphabet and their number in it", () => {
  expect([0, 963, 964, 1622].map(nameOf)).toEqual([
    "Alphabet of the Magi 1",
    "Tifinagh 55",
    "Angelic 1",
    "ULOG 26",
  ]);
});

test("the same characters can be dealt again, by others", () => {
  const bits = numbered(all);
  const first = deal(bits, "all", SIZED)!;
  const again = deal(bits, first.characters, SIZED)!;
  expect(again.characters).toEqual(first.characters);
  expect(again.S).not.toEqual(first.S);
});

test("with too few drawings nothing is dealt", () => {
  const untrained = all.filter(isUntrained);
  expect(untrained).toHaveLength(423);
  expect(deal(numbered(untrained.slice(0, 4)), "all", SIZED)).toBeNull();
  expect(deal(numbered(untrained, 3), "all", SIZED)).toBeNull();
  expect(deal(numbered(all.filter((c) => !isUntrained(c))), "all", SIZED)).toBeNull();
  expect(dealable(numbered(untrained.slice(0, 7), 4), SIZED)).toHaveLength(7);
});
