/** The losses of a batch against PyTorch, against one anchor’s, against differences, and where their values are known. */
import { describe, expect, test } from "vitest";
import { useBackend } from "../../../src/math/backend.ts";
import { add, div } from "../../../src/math/elementwise.ts";
import { valueAndGrad } from "../../../src/math/grad.ts";
import { matMul } from "../../../src/math/linear.ts";
import { read } from "../../../src/math/memory.ts";
import { normalise } from "../../../src/math/norm.ts";
import { reshape, slice } from "../../../src/math/shape.ts";
import { tensor, type Tensor } from "../../../src/math/tensor.ts";
import { contrastiveLoss, type Place } from "../../../src/papers/supcon/contrastive-loss.ts";
import { lossOfAnchor } from "../../../src/papers/supcon/pull-weights.ts";
import { BACKENDS, number, start, wrongSlopes } from "../../fixtures/finite-differences.ts";
import { gap } from "../../fixtures/gap.ts";
import reference from "../../fixtures/paper-reference.json" with { type: "json" };

// Computed in float64; ours is float32, whose unit roundoff is 6e-8.
const RELATIVE = 2e-6;
const PLACES = ["out", "in"] as const;

const rows = (of: readonly (readonly number[])[]): Tensor =>
  tensor(of.flat(), [of.length, of[0]!.length]);

describe.each(BACKENDS)("$backend, own kernels: $kernels", (backend) => {
  test.each(reference.supcon.cases)(
    "PyTorch’s losses and gradients by w, τ = $tau",
    async ({ w, labels, tau, ...wanted }) => {
      await start(backend);
      const cases = [
        ["out", wanted.loss_out, wanted.grad_out],
        ["in", wanted.loss_in, wanted.grad_in],
      ] as const;
      for (const [place, loss, slopes] of cases) {
        const { value, grad } = valueAndGrad((x: Tensor) =>
          contrastiveLoss(place, normalise(x), labels, tau),
        )(rows(w));
        expect(await gap(value, [loss])).toBeLessThan(RELATIVE);
        // Cosines are divided by τ, and so are their rounding errors, which the exponential makes relative ones.
        expect(await gap(grad, slopes.flat())).toBeLessThan(RELATIVE + 1e-7 / tau);
      }
    },
  );

  test.each(PLACES)("slopes of L_%s by w and by τ are those of its values", async (place) => {
    await start(backend);
    const loss = (w: Tensor, tau: Tensor): Tensor =>
      contrastiveLoss(place, normalise(w), [0, 1, 0, 2, 1, 0], add(tau, 2));
    expect(await wrongSlopes([place, loss, [[6, 3], []]])).toEqual([]);
  });
});

const note = (): Tensor =>
  rows([
    [1, 0, 0],
    [0.6, 0.8, 0],
    [0, 0.6, 0.8],
    [-0.6, 0, 0.8],
    [0, -1, 0],
    [0.8, 0.6, 0],
    [0, 0, 1],
  ]);

test("the values that the note names, where one row has no positive", async () => {
  await useBackend("wasm");
  const labels = [0, 0, 0, 1, 1, 2, 1];
  const of = (place: Place) => number(contrastiveLoss(place, note(), labels, 0.1));
  expect((await of("out")).toFixed(5)).toBe("4.19476");
  expect((await of("in")).toFixed(5)).toBe("2.39328");
});

test.each(PLACES)("L_%s is the mean of the anchors’ own", async (place) => {
  await useBackend("wasm");
  const labels = [0, 0, 0, 1, 1, 1, 1];
  const s = div(matMul(note(), note(), { transposeB: true }), 0.5);
  const { data } = await read(s);
  let total = 0;
  for (const [i, own] of labels.entries()) {
    const others = labels.flatMap((label, a) => (a === i ? [] : [{ label, s: data[7 * i + a]! }]));
    const sorted = [
      ...others.filter(({ label }) => label === own),
      ...others.filter(({ label }) => label !== own),
    ];
    const anchor = {
      s: tensor(
        sorted.map((other) => other.s),
        [6],
      ),
      positives: others.filter(({ label }) => label === own).length,
    };
    total += await number(lossOfAnchor(place, anchor));
  }
  expect(await number(contrastiveLoss(place, note(), labels, 0.5))).toBeCloseTo(total / 7, 5);
});

test("with the other view as its only positive either is SimCLR’s loss, eq. (1)", async () => {
  await useBackend("wasm");
  const z = slice(note(), [0, 0], [4, 3]);
  const cosines = (await read(reshape(matMul(z, z, { transposeB: true }), [-1]))).data;
  const other = [2, 3, 0, 1];
  const self = other.map((j, i) => {
    const exps = [0, 1, 2, 3].map((a) => (a === i ? 0 : Math.exp(cosines[4 * i + a]! / 0.5)));
    return -Math.log(exps[j]! / exps.reduce((a, b) => a + b));
  });
  const mean = self.reduce((a, b) => a + b) / 4;
  for (const place of PLACES)
    expect(await number(contrastiveLoss(place, z, [0, 1, 0, 1], 0.5))).toBeCloseTo(mean, 5);
});

test("the landmarks of the note: all alike, and classes on the corners of a tetrahedron", async () => {
  await useBackend("wasm");
  const labels = Array.from({ length: 128 }, (_, i) => i % 4);
  const corner = [
    [1, 1, 1],
    [1, -1, -1],
    [-1, 1, -1],
    [-1, -1, 1],
  ];
  const simplex = normalise(rows(labels.map((k) => corner[k]!)));
  const alike = normalise(rows(labels.map(() => [1, 2, 3])));
  for (const place of PLACES) {
    const of = (z: Tensor, tau: number) => number(contrastiveLoss(place, z, labels, tau));
    expect((await of(alike, 0.1)).toFixed(3)).toBe("4.844");
    expect((await of(simplex, 0.1)).toFixed(3)).toBe("3.434");
    expect((await of(simplex, 0.5)).toFixed(3)).toBe("3.629");
    expect((await of(simplex, 1)).toFixed(3)).toBe("4.031");
  }
});

test("a temperature so low that e^s would overflow, and underflow without the largest taken out", async () => {
  await useBackend("wasm");
  const { value, grad } = valueAndGrad((z: Tensor) =>
    contrastiveLoss("in", z, [0, 0, 0, 1, 1, 2, 1], 0.005),
  )(note());
  expect(Number.isFinite(await number(value))).toBe(true);
  expect((await read(grad)).data.every(Number.isFinite)).toBe(true);
});
