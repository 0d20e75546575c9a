/** Equations of the papers in this vocabulary, as short as they are there, against PyTorch's values and gradients. */
import { describe, expect, test } from "vitest";
import reference from "./fixtures/paper-reference.json" with { type: "json" };
import { useBackend } from "../src/math/backend.ts";
import { sum } from "../src/math/broadcast.ts";
import { add, div, exp, log, mul, neg, sqrt, square, sub } from "../src/math/elementwise.ts";
import { valueAndGrad } from "../src/math/grad.ts";
import { matMul } from "../src/math/linear.ts";
import { logSumExp, softmax } from "../src/math/reduce.ts";
import { reshape, slice, transpose } from "../src/math/shape.ts";
import { tensor, type Tensor } from "../src/math/tensor.ts";
import { gap } from "./fixtures/gap.ts";

// Computed in float64; ours is float32, whose unit roundoff is 6e-8.
const RELATIVE = 2e-6;

type Nested = readonly (number | Nested)[];
const shapeOf = (x: Nested): number[] => [
  x.length,
  ...(Array.isArray(x[0]) ? shapeOf(x[0] as Nested) : []),
];
const flatten = (x: Nested): number[] => x.flatMap((y) => (typeof y === "number" ? y : flatten(y)));
const given = (x: Nested): Tensor => tensor(flatten(x), shapeOf(x));
const table = (rows: number, columns: number, at: (i: number, j: number) => number): Tensor =>
  tensor(
    Array.from({ length: rows * columns }, (_, k) => at(Math.floor(k / columns), k % columns)),
    [rows, columns],
  );
/** Rows of length 1. */
const unit = (x: Tensor): Tensor => div(x, sqrt(sum(square(x), -1, true)));

/** KL(N(mu, e^(2 s)) || N(0, 1)). */
const klToStandard = (mu: Tensor, s: Tensor): Tensor =>
  mul(sum(sub(add(square(mu), exp(mul(s, 2))), add(mul(s, 2), 1)), -1), 0.5);

/** KL(N(muQ, e^lQ) || N(muP, e^lP)). */
const klOfPair = (muQ: Tensor, lQ: Tensor, muP: Tensor, lP: Tensor): Tensor => {
  const spread = div(add(exp(lQ), square(sub(muQ, muP))), exp(lP));
  return mul(sum(sub(add(sub(lP, lQ), spread), 1), -1), 0.5);
};

/** a = softmax over supports of the cosines. */
const attention = (query: Tensor, support: Tensor): Tensor =>
  softmax(matMul(unit(query), transpose(unit(support))));

const [SIDE, PATCH] = [28, 5];

/** DRAW's eqs. 19 to 26 for parameters [batch, 5], pixels counted from 1: filters [batch, PATCH, SIDE] and the intensity. */
function filters(p: Tensor): { fx: Tensor; fy: Tensor; gamma: Tensor } {
  const column = (i: number): Tensor => reshape(slice(p, [0, i], [p.shape[0], 1]), [-1, 1, 1]);
  const steps = tensor(
    Array.from({ length: PATCH }, (_, i) => i + 1 - PATCH / 2 - 0.5),
    [1, PATCH, 1],
  );
  const pixels = tensor(
    Array.from({ length: SIDE }, (_, a) => a + 1),
    [1, 1, SIDE],
  );
  const delta = mul(exp(column(3)), (SIDE - 1) / (PATCH - 1));
  const bank = (centre: Tensor): Tensor => {
    const mu = add(mul(add(centre, 1), (SIDE + 1) / 2), mul(steps, delta));
    const bells = exp(neg(div(square(sub(pixels, mu)), mul(exp(column(2)), 2))));
    return div(bells, sum(bells, 2, true));
  };
  return { fx: bank(column(0)), fy: bank(column(1)), gamma: exp(column(4)) };
}

/** Eq. 27. */
const readPatch = (p: Tensor, x: Tensor): Tensor => {
  const { fx, fy, gamma } = filters(p);
  return mul(gamma, matMul(matMul(fy, x), transpose(fx)));
};

/** Eq. 29. */
const writePatch = (p: Tensor, patch: Tensor): Tensor => {
  const { fx, fy, gamma } = filters(p);
  return div(matMul(matMul(transpose(fy), patch), fx), gamma);
};

/** Supervised contrastive losses of one image a row, mean over those that have a positive. */
function supCon(kind: "out" | "in", labels: readonly number[], tau: number): (w: Tensor) => Tensor {
  const n = labels.length;
  const counts = labels.map((label) => labels.filter((other) => other === label).length - 1);
  const anchors = counts.filter((count) => count > 0).length;
  const isPositive = (i: number, j: number): boolean => i !== j && labels[i] === labels[j];
  const notSelf = table(n, n, (i, j) => (i === j ? -1e9 : 0));
  const onlyPositive = table(n, n, (i, j) => (isPositive(i, j) || counts[i] === 0 ? 0 : -1e9));
  const share = table(n, n, (i, j) => (isPositive(i, j) ? 1 / (anchors * counts[i]!) : 0));
  const anchor = tensor(
    counts.map((count) => (count > 0 ? 1 / anchors : 0)),
    [n],
  );
  const size = tensor(
    counts.map((count) => Math.max(count, 1)),
    [n],
  );
  return (w) => {
    const z = unit(w);
    const alike = div(matMul(z, transpose(z)), tau);
    const all = logSumExp(add(alike, notSelf), 1);
    if (kind === "out") return sum(mul(share, sub(reshape(all, [n, 1]), alike)));
    const positive = sub(logSumExp(add(alike, onlyPositive), 1), log(size));
    return sum(mul(anchor, sub(all, positive)));
  };
}

describe.each(["wasm", "cpu"] as const)("on %s, PyTorch's numbers:", (backend) => {
  test("divergences of normal distributions", async () => {
    await useBackend(backend);
    const { gaussian_kl: one, gaussian_kl_pair: pair } = reference;
    const kl = klToStandard(given(one.mu), given(one.log_sigma));
    expect(await gap(kl, one.kl.flat())).toBeLessThan(RELATIVE);
    const [muQ, lQ, muP, lP] = [pair.mu_q, pair.l_q, pair.mu_p, pair.l_p].map(given);
    expect(await gap(klOfPair(muQ!, lQ!, muP!, lP!), pair.kl)).toBeLessThan(RELATIVE);
  });

  test("attention over a support set", async () => {
    await useBackend(backend);
    const { support, query, labels, attention: wanted, P } = reference.matching;
    const a = attention(given(query), given(support));
    const Y = table(labels.length, P[0]!.length, (i, j) => Number(labels[i] === j));
    expect(await gap(a, wanted.flat())).toBeLessThan(RELATIVE);
    expect(await gap(matMul(a, Y), P.flat())).toBeLessThan(RELATIVE);
  });

  test("DRAW's filters, what they read and write, and the gradient", async () => {
    await useBackend(backend);
    const { draw } = reference;
    const [image, params, patch] = [draw.image, draw.params, draw.patch].map(given);
    const { fx, fy } = filters(params!);
    const found = [fx, fy, readPatch(params!, image!), writePatch(params!, patch!)];
    for (const [i, wanted] of [draw.FX, draw.FY, draw.read, draw.write].entries())
      expect(await gap(found[i]!, wanted.flat(2))).toBeLessThan(RELATIVE);
    const objective = (p: Tensor): Tensor =>
      add(sum(square(readPatch(p, image!))), sum(square(writePatch(p, patch!))));
    const { grad } = valueAndGrad(objective)(params!);
    // Squared distances of many pixels stand in the exponents, and their rounding errors with them.
    expect(await gap(grad, draw.grad_params.flat())).toBeLessThan(3 * RELATIVE);
  });

  test.each(reference.supcon.cases)(
    "supervised contrastive losses, τ = $tau",
    async ({ w, labels, tau, ...wanted }) => {
      await useBackend(backend);
      const cases = [
        ["out", wanted.loss_out, wanted.grad_out],
        ["in", wanted.loss_in, wanted.grad_in],
      ] as const;
      for (const [kind, loss, slopes] of cases) {
        const { value, grad } = valueAndGrad(supCon(kind, labels, tau))(given(w));
        expect(await gap(value, [loss])).toBeLessThan(RELATIVE);
        // Cosines are divided by τ, and so are their rounding errors, which the exponential makes relative ones.
        expect(await gap(grad, slopes.flat())).toBeLessThan(RELATIVE + 1e-7 / tau);
      }
    },
  );
});
