/** Matching Networks: how sure a softmax of cosines can be, the example by hand, and what the card of our weights says. */
import { beforeAll, expect, test } from "vitest";
import { publicFile } from "../../scripts/checkout/public-file.ts";
import type { Score, Weights } from "../../src/contract/weights.ts";
import { readWeights } from "../../src/weights/weights-file.ts";
import { noteText } from "../fixtures/notes/note-text.ts";

const note = noteText("matching-networks");

const ceiling = (way: number, other: number, scale = 1): number =>
  Math.exp(scale) / (Math.exp(scale) + (way - 1) * Math.exp(scale * other));

test.each([5, 20, 60])("%i-way: guessing, one query, all classes, after a ReLU", (way) => {
  const cells = [1 / way, ceiling(way, -1), ceiling(way, -1 / (way - 1)), ceiling(way, 0)];
  const row = cells.map((p) => `${p.toFixed(3)} / ${(-Math.log(p)).toFixed(3)}`).join(" | ");
  expect(note).toContain(`| ${way} | ${row} |`);
});

test("a scale of ten lifts the ceiling", () => {
  expect(note).toContain(
    `With $s=10$ the last column's $${ceiling(5, 0).toFixed(3)}$ becomes $${ceiling(5, 0, 10).toFixed(4)}$`,
  );
});

test("two classes with two shots", () => {
  const supports: [number, number, string][] = [
    [4, 3, "A"],
    [1, 0, "A"],
    [0, 1, "B"],
    [-4, 3, "B"],
  ];
  const cosines = supports.map(([x, y]) => (3 * x + 4 * y) / (5 * Math.hypot(x, y)));
  const powers = cosines.map((c) => Math.exp(c));
  const sum = powers.reduce((a, b) => a + b);
  supports.forEach(([x, y, name], i) => {
    const numbers = `${cosines[i]!.toFixed(2)} | ${powers[i]!.toFixed(3)} | ${(powers[i]! / sum).toFixed(3)}`;
    expect(note).toContain(`| $(${x},${y})$ | ${name} | ${numbers} |`);
  });
  const a = (powers[0]! + powers[1]!) / sum;
  expect(note).toContain(`=${a.toFixed(3)}$ and B gets $${(1 - a).toFixed(3)}$`);
  expect(note).toContain(`the loss $-\\log P$ is $${(-Math.log(a)).toFixed(3)}$`);
  const sumFirst = 1 / (1 + Math.exp(cosines[2]! + cosines[3]! - cosines[0]! - cosines[1]!));
  expect(note).toContain(`gives A $${sumFirst.toFixed(3)}$ instead of $${a.toFixed(3)}$`);
});

let omniglot: Weights;

beforeAll(async () => {
  omniglot = await readWeights(await publicFile("weights/matching-omniglot.safetensors"));
});

const percent = (share: number): string => (100 * share).toFixed(1);
const withInterval = ({ mean, interval }: Score): string =>
  `${percent(mean)} % (${interval!.map(percent).join(" to ")})`;

test("the scores of the weights for Omniglot", () => {
  const { five, twenty, fiveTogether, twentyTogether } = omniglot.card.scores;
  expect(note).toContain(
    `reach ${withInterval(five!)} with five classes and ${withInterval(twenty!)} with twenty`,
  );
  expect(note).toContain(
    `with those of each episode it is ${percent(fiveTogether!.mean)} and ${percent(twentyTogether!.mean)} %`,
  );
  expect(five!.batches).toBe(200);
  expect(note).toContain(
    `for ${omniglot.card.steps.toLocaleString("en")} episodes of twenty classes with five queries each`,
  );
});

test("the file is at most 500 kB", async () => {
  const { byteLength } = await publicFile("weights/matching-omniglot.safetensors");
  expect(byteLength).toBeLessThanOrEqual(500_000);
});
