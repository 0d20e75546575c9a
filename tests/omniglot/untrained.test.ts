import { expect, test } from "vitest";
import { CHARACTERS } from "../../src/omniglot/alphabets.ts";
import { isUntrained } from "../../src/omniglot/untrained.ts";
import { trainingOn } from "../../scripts/data/omniglot.ts";

test("untrained are those that the recipes' lot leaves out", () => {
  const whole = {
    alphabets: [{ name: "all", split: "train", first: 0, count: CHARACTERS }] as const,
    drawing: (character: number) => Uint8Array.of(character >> 8, character & 255),
  };
  const split = trainingOn(1200, whole);
  const [, tested] = split.alphabets;
  const left = Array.from({ length: tested!.count }, (_, i) => {
    const [high, low] = split.drawing(tested!.first + i, 0);
    return 256 * high! + low!;
  });
  expect(left.toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: CHARACTERS }, (_, i) => i).filter(isUntrained),
  );
});
