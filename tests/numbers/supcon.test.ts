/** Supervised Contrastive Learning: the worked example, values to expect, and values to test a program against. */
import { describe, expect, test } from "vitest";
import { noteText } from "../fixtures/notes/note-text.ts";

const note = noteText("supcon");

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const mean = (values: readonly number[]): number => total(values) / values.length;
const dot = (a: readonly number[], b: readonly number[]): number =>
  total(a.map((x, i) => x * b[i]!));
const signed = (x: number, digits: number): string => x.toFixed(digits).replace("-", "−");

/** The softmax shares of one anchor's positives. */
function shares(positives: readonly number[], negatives: readonly number[], tau: number): number[] {
  const all = total([...positives, ...negatives].map((c) => Math.exp(c / tau)));
  return positives.map((c) => Math.exp(c / tau) / all);
}
const outer = (p: readonly number[]): number => -mean(p.map(Math.log));
const inner = (p: readonly number[]): number => -Math.log(mean(p));

/** The mean of a loss over the anchors that have a positive. */
function batchLoss(
  loss: typeof outer,
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  tau: number,
): number {
  const losses = rows.flatMap((row, i) => {
    const cosines = (same: boolean): number[] =>
      rows.filter((_, a) => a !== i && (labels[a] === labels[i]) === same).map((b) => dot(row, b));
    const positives = cosines(true);
    return positives.length > 0 ? [loss(shares(positives, cosines(false), tau))] : [];
  });
  return mean(losses);
}

describe("one anchor, three positives, three negatives", () => {
  const positives = [0.9, 0.5, 0];
  const negatives = [0.6, 0.2, -0.3];
  test.each([
    [0.1, 4],
    [0.5, 3],
    [1, 3],
  ])("at temperature %f", (tau, digits) => {
    const p = shares(positives, negatives, tau);
    const out = p.map((x) => signed(1 / 3 - x, 3)).join(", ");
    const within = p.map((x) => signed(x / total(p) - x, digits)).join(", ");
    expect(note).toContain(
      `| ${tau} | ${out} | ${within} | ${outer(p).toFixed(3)} | ${inner(p).toFixed(3)} |`,
    );
  });
  test("the gap of the two losses and the budget", () => {
    const p = shares(positives, negatives, 0.1);
    expect(note).toContain(`the gap of $${(outer(p) - inner(p)).toFixed(3)}$`);
    expect(note).toContain(`Both rows sum to $${(1 - total(p)).toFixed(4)}$`);
  });
});

describe("the gradient by the anchor's embedding", () => {
  // Fixed points on a sphere of three dimensions; the anchor need not stay on it to be differentiated.
  const at = (i: number): number[] => {
    const raw = [Math.sin(3 * i + 1), Math.cos(7 * i), Math.sin(5 * i + 2)];
    return raw.map((x) => x / Math.hypot(...raw));
  };
  const [anchor, ...others] = Array.from({ length: 8 }, (_, i) => at(i));
  const tau = 0.3;
  const sharesAt = (z: readonly number[]): number[] =>
    shares(
      others.slice(0, 3).map((b) => dot(z, b)),
      others.slice(3).map((b) => dot(z, b)),
      tau,
    );
  const all = others.map((_, a) => {
    const z = others.map((b) => Math.exp(dot(anchor!, b) / tau));
    return z[a]! / total(z);
  });
  test.each([
    ["outer", outer, (): number => 1 / 3],
    ["inner", inner, (p: number): number => p / total(all.slice(0, 3))],
  ])("of the %s loss agrees with finite differences", (_, loss, target) => {
    const step = 1e-5;
    for (let d = 0; d < 3; d++) {
      const moved = (by: number): number[] => anchor!.map((x, i) => (i === d ? x + by : x));
      const slope = (loss(sharesAt(moved(step))) - loss(sharesAt(moved(-step)))) / (2 * step);
      const formula = total(all.map((p, a) => others[a]![d]! * (a < 3 ? p - target(p) : p))) / tau;
      expect(Math.abs(slope - formula)).toBeLessThan(1e-9);
    }
  });
});

const floor = (classes: number, views: number, tau: number): number => {
  const m = views / classes;
  return Math.log(m - 1 + (views - m) * Math.exp(-classes / ((classes - 1) * tau)));
};

test.each([
  [4, 128],
  [10, 200],
])("%i classes: all alike, and the floors", (classes, views) => {
  const numbers = [Math.log(views - 1), ...[0.1, 0.5, 1].map((tau) => floor(classes, views, tau))];
  const row = numbers.map((x) => x.toFixed(3)).join(" | ");
  expect(note).toContain(`| ${classes} | ${views} | ${row} |`);
});

test("ten classes on a circle, evenly spaced", () => {
  const rows = Array.from({ length: 200 }, (_, i) => {
    const angle = (2 * Math.PI * (i % 10)) / 10;
    return [Math.cos(angle), Math.sin(angle)];
  });
  const loss = batchLoss(
    outer,
    rows,
    rows.map((_, i) => i % 10),
    0.1,
  );
  expect(note).toContain(
    `reach ${loss.toFixed(3)} when they are spaced evenly, where the simplex gives ${floor(10, 200, 0.1).toFixed(3)}`,
  );
});

test("seven rows to test a program against", () => {
  const rows = [
    [1, 0, 0],
    [0.6, 0.8, 0],
    [0, 0.6, 0.8],
    [-0.6, 0, 0.8],
    [0, -1, 0],
    [0.8, 0.6, 0],
    [0, 0, 1],
  ];
  const labels = [0, 0, 0, 1, 1, 2, 1];
  const losses = [outer, inner].map((loss) => batchLoss(loss, rows, labels, 0.1).toFixed(5));
  expect(note).toContain(
    `Rows ${rows.map((row) => `$(${row.join(",")})$`).join(", ")} with labels ${labels.join(", ")} and $\\tau=0.1$`,
  );
  expect(note).toContain(`mean losses of ${losses[0]} (outer) and ${losses[1]} (inner)`);
});

test("the transfer table's columns, averaged anew", () => {
  const lines = note.split("\n");
  const from = lines.findIndex((line) => line.startsWith("| Food |"));
  const to = lines.findIndex((line) => line.startsWith("| mean, as printed |"));
  const table = lines.slice(from, to).map((line) =>
    line
      .split("|")
      .slice(2, -1)
      .map((cell) => Number(cell.replaceAll("*", ""))),
  );
  expect(table).toHaveLength(12);
  const means = table[0]!.map((_, i) => mean(table.map((row) => row[i]!)).toFixed(2));
  expect(note).toContain(`| mean, recomputed | ${means.join(" | ")} |`);
});
