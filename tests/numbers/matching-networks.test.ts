/** Matching Networks: how sure a softmax of cosines can be, the example by hand, and what the card of our weights says. */
import { beforeAll, expect, test } from "vitest";
import { publicFile } from "../../scripts/checkout/public-file.ts";
import type { Weights } from "../../src/contract/weights.ts";
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

const NAMES = ["omniglot", "context", "prototypes"] as const;
const fileOf = (name: string): Promise<ArrayBuffer> =>
  publicFile(`weights/matching-${name}.safetensors`);
let weights: Readonly<Record<(typeof NAMES)[number], Weights>>;

beforeAll(async () => {
  const read = NAMES.map(async (name) => [name, await readWeights(await fileOf(name))]);
  weights = Object.fromEntries(await Promise.all(read)) as typeof weights;
});

/** Mean and half of its interval, percent, in each column of a row of the table. */
function rowOf(name: string): { readonly mean: number; readonly reach: number }[] {
  const row = note.split("\n").find((line) => line.startsWith(`| ${name} |`));
  return [...row!.matchAll(/([\d.]+) ± ([\d.]+)/g)].map(([, mean, reach]) => ({
    mean: Number(mean),
    reach: Number(reach),
  }));
}

test.each([
  ["matching network", "omniglot", { five: 0, twenty: 2 }],
  ["the same with full context", "context", { accuracy: 0 }],
  ["prototypes", "prototypes", { five: 0, twenty: 2 }],
] as const)("the table's %s agrees with its card in one shot", (row, name, columns) => {
  const table = rowOf(row);
  expect(table).toHaveLength(4);
  for (const [score, column] of Object.entries(columns)) {
    const { mean, interval } = weights[name].card.scores[score]!;
    const reach = 50 * (interval![1] - interval![0]);
    const apart = Math.abs(table[column]!.mean - 100 * mean);
    // Errors of independent samples add up by their squares; the half more allows for rounding and luck.
    expect(apart, `${row} ${score}`).toBeLessThan(1.5 * Math.hypot(table[column]!.reach, reach));
  }
});

test("what the text says of the weights is what their cards say", () => {
  for (const name of ["omniglot", "prototypes"] as const)
    expect(note).toContain(`${weights[name].card.steps.toLocaleString("en")} episodes`);
  expect(note).toContain(`${weights.context.card.steps.toLocaleString("en")} episodes more`);
});

test("full context stands on the features of the weights without", () => {
  const { tensors } = weights.context;
  for (const [name, { data }] of Object.entries(weights.omniglot.tensors))
    expect(Buffer.compare(Buffer.from(data.buffer), Buffer.from(tensors[name]!.data.buffer))).toBe(
      0,
    );
  expect(weights.context.card.from).toBe(
    `matching-omniglot.safetensors, SHA-256 ${weights.omniglot.hash}`,
  );
});

test.each(NAMES)("the file of %s is at most 500 kB", async (name) => {
  expect((await fileOf(name)).byteLength).toBeLessThanOrEqual(500_000);
});
