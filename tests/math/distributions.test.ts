import { beforeAll, describe, expect, test } from "vitest";
import reference from "../fixtures/paper-reference.json" with { type: "json" };
import { bernoulli, bernoulliNats, klNormal, sampleNormal } from "../../src/math/distributions.ts";
import { exp, mul } from "../../src/math/elementwise.ts";
import { sum } from "../../src/math/broadcast.ts";
import { valueAndGrad } from "../../src/math/grad.ts";
import { keyOf } from "../../src/math/key.ts";
import { read } from "../../src/math/memory.ts";
import { normalArray } from "../../src/math/random-arrays.ts";
import { tensor, type Tensor } from "../../src/math/tensor.ts";
import {
  BACKENDS,
  start,
  wrongCurvatures,
  wrongSlopes,
  type Case,
} from "../fixtures/finite-differences.ts";
import { gap } from "../fixtures/gap.ts";

const numbersOf = async (x: Tensor): Promise<number[]> => [...(await read(x)).data];
const bits = (): Tensor => tensor([0, 1, 1, 0, 0.25, 1], [2, 3]);
const noise = (): Tensor => tensor([0.5, -1, 2, 0, 1, -3], [2, 3]);

const CASES: Case[] = [
  [
    "klNormal to the standard",
    (mean, logVar) => klNormal({ mean, logVar }),
    [
      [2, 3],
      [2, 3],
    ],
  ],
  [
    "klNormal, a prior for all rows",
    (mean, logVar, m, v) => klNormal({ mean, logVar }, { mean: m, logVar: v }),
    [[2, 3], [2, 3], [3], [1, 3]],
  ],
  [
    "sampleNormal",
    (mean, logVar) => sampleNormal({ mean, logVar }, noise()),
    [
      [2, 3],
      [2, 3],
    ],
  ],
  ["sampleNormal by sigma", (mean, sigma) => sampleNormal({ mean, sigma }, noise()), [[2, 3], [3]]],
  ["bernoulliNats", (logits) => bernoulliNats(logits, bits()), [[2, 3]]],
];

describe.each(BACKENDS)("on $backend (kernels of our own: $kernels)", (backend) => {
  beforeAll(() => start(backend));

  test.each(CASES)("gradient and second derivative of %s", async (...one) => {
    expect(await wrongSlopes(one)).toEqual([]);
    expect(await wrongCurvatures(one)).toEqual([]);
  });

  test("PyTorch's divergences", async () => {
    const { gaussian_kl: one, gaussian_kl_pair: pair } = reference;
    const flat = (x: readonly (readonly (readonly number[])[])[]) => tensor(x.flat(2), [2, 4, 3]);
    const q = { mean: flat(one.mu), logVar: mul(flat(one.log_sigma), 2) };
    expect(klNormal(q).shape).toEqual([2, 4]);
    expect(await gap(klNormal(q), one.kl.flat())).toBeLessThan(2e-6);
    const [muQ, lQ, muP, lP] = [pair.mu_q, pair.l_q, pair.mu_p, pair.l_p].map((x) =>
      tensor(x.flat(), [5, 3]),
    );
    const kl = klNormal({ mean: muQ!, logVar: lQ! }, { mean: muP!, logVar: lP! });
    expect(await gap(kl, pair.kl)).toBeLessThan(2e-6);
  });

  test("very narrow and very wide distributions don't overflow", async () => {
    const at = (mean: number, logVar: number) => ({
      mean: tensor([mean], [1]),
      logVar: tensor([logVar], [1]),
    });
    expect(await numbersOf(klNormal(at(0, 100), at(0, 100)))).toEqual([0]);
    expect(await numbersOf(klNormal(at(0, -100), at(0, -100)))).toEqual([0]);
  });

  test("samples by variance and by deviation", async () => {
    const [mean, logVar] = [tensor([1, 2, 3], [3]), tensor([0, 2, -2], [3])];
    const e = tensor([1, -1, 2], [3]);
    const wanted = [2, 2 - Math.E, 3 + 2 / Math.E];
    for (const q of [
      { mean, logVar },
      { mean, sigma: exp(mul(logVar, 0.5)) },
    ]) {
      for (const [i, x] of (await numbersOf(sampleNormal(q, e))).entries())
        expect(x).toBeCloseTo(wanted[i]!, 5);
    }
  });

  test("nats of bits, summed over the last axis, without overflow", async () => {
    const logits = tensor([0, Math.log(3), 200, -200, 200, -200], [2, 3]);
    const x = tensor([1, 0, 1, 0, 0, 1], [2, 3]);
    const [one, two] = await numbersOf(bernoulliNats(logits, x));
    expect(one).toBeCloseTo(Math.log(2) + Math.log(4), 5);
    expect(two).toBe(400);
  });

  test("bits come as often as they should; never with 0, always with 1", async () => {
    const [n, p] = [40_000, [0, 0.1, 0.5, 1]];
    const chances = tensor(
      Float32Array.from({ length: 4 * n }, (_, i) => p[i % 4]!),
      [n, 4],
    );
    const drawn = await numbersOf(bernoulli(keyOf(2), chances));
    expect(drawn.every((x) => x === 0 || x === 1)).toBe(true);
    p.forEach((chance, j) => {
      const share = drawn.reduce((total, x, i) => total + (i % 4 === j ? x : 0), 0) / n;
      expect(Math.abs(share - chance)).toBeLessThanOrEqual(
        4 * Math.sqrt((chance * (1 - chance)) / n),
      );
    });
    const { grad } = valueAndGrad((q: Tensor) => sum(bernoulli(keyOf(2), q)))(tensor([0.3], [1]));
    expect(await numbersOf(grad)).toEqual([0]);
  });
});

test("bits are the same wherever they are drawn", async () => {
  const chances = normalArray(keyOf(5), 1000);
  const all: number[][] = [];
  for (const backend of BACKENDS) {
    await start(backend);
    all.push(await numbersOf(bernoulli(keyOf(6), tensor(chances.slice(), [1000]))));
  }
  expect(all[1]).toEqual(all[0]);
  expect(all[2]).toEqual(all[0]);
});
