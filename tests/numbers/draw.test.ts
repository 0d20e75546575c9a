/** DRAW: pixels and windows by hand, and counts of weights. */
import { describe, expect, test } from "vitest";
import { noteText } from "../fixtures/notes/note-text.ts";

const note = noteText("draw");

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** A filter's weights on `size` pixels, counted from zero. */
function filter(size: number, centre: number, variance: number): number[] {
  const raw = Array.from({ length: size }, (_, a) => Math.exp(-((a - centre) ** 2) / 2 / variance));
  return raw.map((x) => x / total(raw));
}

/** Grid points of a window in the middle that spans all. */
const grid = (size: number, n: number): number[] =>
  Array.from({ length: n }, (_, i) => (size - 1) / 2 + ((i - (n - 1) / 2) * (size - 1)) / (n - 1));

test("one white pixel through three writes", () => {
  let canvas = 0;
  [1.5, 1, -0.5].forEach((write, i) => {
    canvas += write;
    const p = 1 / (1 + Math.exp(-canvas));
    expect(note).toContain(
      `| ${i + 1} | ${canvas.toFixed(1)} | ${p.toFixed(3)} | ${(1 - p).toFixed(3)} |`,
    );
  });
  const cost = Math.log(1 + Math.exp(canvas)) - canvas;
  expect(note).toContain(
    `costs $\\log(1+e^2)-2=${cost.toFixed(3)}$ nats; had it been black, $${(cost + canvas).toFixed(3)}$`,
  );
  const code = 0.5 * (1 + 0.25 - Math.log(0.25) - 1);
  expect(note).toContain(`-1)=${code.toFixed(3)}$ nats`);
  expect(note).toContain(`$784\\ln2=${(784 * Math.LN2).toFixed(1)}$`);
});

describe("the small window", () => {
  const rows = [1, 2, 3].map((point) => filter(5, point, 0.5));
  test("has these weights", () => {
    rows.forEach((row, i) => {
      const cells = row.map((x) => x.toFixed(3)).join(" | ");
      expect(note).toContain(`| point ${i + 1} | ${cells} |`);
    });
  });
  test("writes this", () => {
    const [side, middle] = [rows[1]![1]!, rows[1]![2]!];
    const gains = [middle * middle, middle * side, side * side].map((x) => x.toFixed(3));
    expect(note).toContain(
      `gains ${gains[0]} at pixel (2, 2), ${gains[1]} beside it, ${gains[2]} diagonally`,
    );
  });
});

describe("a window with holes", () => {
  /** Columns of 28 in which every filter of the window has a weight below 0.01. */
  function blind(n: number, variance: number): number {
    const rows = grid(28, n).map((point) => filter(28, point, variance));
    return rows[0]!.filter((_, a) => rows.every((row) => row[a]! < 0.01)).length;
  }
  test("of variance 1", () => {
    expect(note).toContain(`a grid of $N=2$ gives ${blind(2, 1)} of the 28 columns`);
    expect(note).toContain(`With $N=5$ it is ${blind(5, 1)} columns, with $N=12$ none`);
    expect(blind(12, 1)).toBe(0);
  });
  test.each([2, 5, 12])("none for a deviation of half the stride, N = %i", (n) => {
    expect(blind(n, (27 / (n - 1) / 2) ** 2)).toBe(0);
  });
});

test("how far a filter reaches in 32 bits", () => {
  const reach = Array.from({ length: 30 }, (_, d) => Math.fround(Math.exp(-d * d * 0.5)));
  expect(note).toContain(`exactly 0 from ${reach.indexOf(0)} pixels away`);
});

describe("weights, without the learned beginnings", () => {
  const affine = (from: number, to: number): number => (from + 1) * to;
  const lstm = (from: number, h: number): number => affine(from + h, 4 * h);
  /** Sizes: LSTM units, code, patches read and written (none: the whole image). */
  function weights(h: number, z: number, read?: number, write?: number): number {
    const seen = 2 * (read ? read * read : 784);
    const windows = (read ? affine(h, 5) : 0) + (write ? affine(h, 5) : 0);
    const written = affine(h, write ? write * write : 784);
    return lstm(seen + h, h) + lstm(z, h) + 2 * affine(h, z) + windows + written;
  }
  test("at the paper's settings", () => {
    const [plain, attention] = [weights(256, 100), weights(256, 100, 2, 5)];
    expect(note).toContain(
      `it has ${plain.toLocaleString("en")} weights at the paper's MNIST settings, with attention ${attention.toLocaleString("en")}`,
    );
  });
  test("and how many the beginnings have", () => {
    const [canvas, state] = [28 * 28, 256];
    const count = (canvas + 2 * state).toLocaleString("en").replace(",", "{,}");
    expect(note).toContain(`$${canvas}+2\\cdot${state}=${count}$ numbers, come on top`);
  });
  test("of a PyTorch project, whose LSTMs have two biases", () => {
    const count = weights(256, 10, 5, 5) + 2 * 4 * 256;
    expect(note).toContain(`gives the project's ${count.toLocaleString("en")} exactly`);
  });
});
