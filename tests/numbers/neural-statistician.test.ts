/** Neural Statistician: the linear example with exact answers, and small cases. */
import { expect, test } from "vitest";
import { noteText } from "../fixtures/notes/note-text.ts";

const note = noteText("neural-statistician");

const log2pi = Math.log(2 * Math.PI);
const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

interface Normal {
  readonly mean: number;
  readonly variance: number;
}

const divergence = (q: Normal, p: Normal): number =>
  0.5 *
  (Math.log(p.variance / q.variance) - 1 + (q.variance + (q.mean - p.mean) ** 2) / p.variance);

const posterior = (items: readonly number[]): Normal => ({
  mean: total(items) / (items.length + 1.25),
  variance: 1.25 / (items.length + 1.25),
});

/** The expectation of log N(x; a, v) where a has the distribution `of`. */
const expectedLog = (x: number, of: Normal, v: number): number =>
  -0.5 * (log2pi + Math.log(v) + ((x - of.mean) ** 2 + of.variance) / v);

test("the divergence of two Gaussians", () => {
  const kl = divergence({ mean: 1, variance: Math.exp(-1) }, { mean: 0, variance: 1 });
  expect(note).toContain(`=${(2 * kl).toFixed(3)}$, so the divergence is $${kl.toFixed(3)}$ nats`);
});

/** The bound's three terms for {1, 2}, with the exact posterior of items and any of the context. */
function terms(q: Normal): { reconstruction: number; items: number; context: number } {
  const each = [1, 2].map((x) => {
    const given = { mean: (q.mean + 4 * x) / 5, variance: 0.2 + q.variance / 25 };
    // KL(N((c + 4x)/5, 1/5) || N(c, 1)), averaged over c.
    const gap = 0.64 * ((x - q.mean) ** 2 + q.variance);
    return {
      reconstruction: expectedLog(x, given, 0.25),
      item: 0.5 * (Math.log(5) - 1 + 0.2 + gap),
    };
  });
  return {
    reconstruction: total(each.map((term) => term.reconstruction)),
    items: total(each.map((term) => term.item)),
    context: divergence(q, { mean: 0, variance: 1 }),
  };
}

test("the bound with perfect guesses is the evidence", () => {
  const q = posterior([1, 2]);
  expect(note).toContain(`mean $${q.mean.toFixed(3)}$ and variance $${q.variance.toFixed(3)}$`);
  const { reconstruction, items, context } = terms(q);
  // D is Gaussian with covariance 5/4 on the diagonal plus 1 everywhere.
  const [a, b] = [2.25, 1];
  const det = a * a - b * b;
  const evidence = -0.5 * (2 * log2pi + Math.log(det) + (a * (1 + 4) - 2 * b * 2) / det);
  expect(reconstruction - items - context).toBeCloseTo(evidence, 12);
  const numbers = [reconstruction, items, context].map((x) => x.toFixed(3));
  expect(note).toContain(`$${numbers[0]}-${numbers[1]}-${numbers[2]}=${evidence.toFixed(3)}$`);
  const wrong = terms({ mean: q.mean, variance: 100 });
  expect(note).toContain(`it would be $${(reconstruction + items + context).toFixed(3)}$`);
  expect(note).toContain(
    `raises it to $${(wrong.reconstruction + wrong.items + wrong.context).toFixed(1)}$`,
  );
});

test("what a context costs", () => {
  const costs = [1, 5, 50, 200].map((size) => 0.5 * Math.log(1 + 0.8 * size));
  expect(note).toContain(`nats | ${costs.map((x) => x.toFixed(3)).join(" | ")} |`);
  const perItem = costs.map((x, i) => (x / [1, 5, 50, 200][i]!).toFixed(3));
  expect(note).toContain(`the same per item | ${perItem.join(" | ")} |`);
});

test.each([
  ["1, 1, 2, 2", 2],
  ["four times 1, 2", 4],
])("a mean forgets the size of %s", (name, times) => {
  const exact = posterior(Array.from({ length: times }, () => [1, 2]).flat());
  const lost = divergence(posterior([1, 2]), exact);
  const row = [exact.mean, exact.variance, lost].map((x) => x.toFixed(3)).join(" | ");
  expect(note).toContain(`| ${name} | (1.5, 2.5) | ${row} nats |`);
});

test("the order of arguments decides", () => {
  const item = { mean: 1.2, variance: 0.5 };
  const classes = [
    { mean: 0, variance: 1 },
    { mean: 2, variance: 0.1 },
  ];
  const row = (values: number[]): string => values.map((x) => x.toFixed(3)).join(" | ");
  expect(note).toContain(
    `(class, item) | ${row(classes.map((one) => divergence(one, item)))} | B |`,
  );
  expect(note).toContain(
    `(item, class) | ${row(classes.map((one) => divergence(item, one)))} | A |`,
  );
});

test("calls and rows of a summary from 50 items to 6", () => {
  const sizes = Array.from({ length: 44 }, (_, i) => 50 - i);
  expect(sizes.at(-1)).toBe(7);
  expect(note).toContain(
    `${sizes.length} batched calls, ${total(sizes).toLocaleString("en")} rows`,
  );
});

test("what a context can earn on the four families", () => {
  // Variance uniform on [0.5, 2], mean on [-1, 1]: the mean of log V, and the variance of all points together.
  const meanLog = (2 * Math.log(2) - 2 - (0.5 * Math.log(0.5) - 0.5)) / 1.5;
  const together = 1.25 + 1 / 3;
  const one = -0.5 * (log2pi + 1 + Math.log(together));
  // Entropies at variance 1: exponential, Gaussian, uniform, Laplace.
  const entropies = [1, 0.5 * (log2pi + 1), 0.5 * Math.log(12), 1 + 0.5 * Math.log(2)];
  const known = -total(entropies) / 4 - 0.5 * meanLog;
  expect(note).toContain(`reaches $${one.toFixed(3)}$ nats per point`);
  expect(note).toContain(`of each set gives $${known.toFixed(3)}$`);
  const gain = (known - one).toFixed(2);
  expect(note).toContain(`about $${gain}$ nats per point`);
  expect(note).toContain(`$${Math.round(200 * Number(gain))}$ per set of 200`);
  // At best without the family: the entropy of the four together, at mean 0 and variance 1.
  const step = 1e-3;
  const surprises = Array.from({ length: 40_000 }, (_, i) => {
    const x = (i + 0.5) * step - 20;
    const p =
      ((x > -1 ? Math.exp(-x - 1) : 0) +
        Math.exp(-x * x * 0.5) / Math.sqrt(2 * Math.PI) +
        (Math.abs(x) < Math.sqrt(3) ? 1 / Math.sqrt(12) : 0) +
        Math.exp(-Math.SQRT2 * Math.abs(x)) / Math.SQRT2) /
      4;
    return -p * Math.log(p) * step;
  });
  const blind = -total(surprises) - 0.5 * meanLog;
  expect(note).toContain(`but not the family at best $${blind.toFixed(3)}$`);
});
