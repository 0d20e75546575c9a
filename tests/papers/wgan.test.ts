/** Losses, data and coverage of the WGAN demo, on wasm. */
import { beforeAll, expect, test } from "vitest";
import { createSettings } from "../../src/engine/settings.ts";
import { useBackend } from "../../src/math/backend.ts";
import { valueAndGrad } from "../../src/math/grad.ts";
import { keyOf } from "../../src/math/key.ts";
import { mul } from "../../src/math/elementwise.ts";
import { read } from "../../src/math/memory.ts";
import type { Layer } from "../../src/math/nn.ts";
import { tensor, type Tensor } from "../../src/math/tensor.ts";
import { modesCovered } from "../../src/papers/wgan/coverage.ts";
import {
  criticObjective,
  discriminatorLoss,
  jensenShannonEstimate,
  nonSaturatingLoss,
  wassersteinGeneratorLoss,
} from "../../src/papers/wgan/losses.ts";
import { f } from "../../src/papers/wgan/networks.ts";
import { drawPoints, skeletonOf, type Distribution } from "../../src/papers/wgan/points.ts";
import { demo, MODES } from "../../src/papers/wgan/ring/demo.ts";
import { program } from "../../src/papers/wgan/ring/program.ts";
import { defaults, type Values } from "../../src/contract/params.ts";
import reference from "../fixtures/wgan-reference.json" with { type: "json" };

beforeAll(async () => {
  await useBackend("wasm");
});

const matrix = (rows: readonly (readonly number[])[]): Tensor =>
  tensor(rows.flat(), [rows.length, rows[0]!.length]);
const column = (...values: number[]): Tensor => tensor(values, [values.length, 1]);
const value = async (x: Tensor): Promise<number> => (await read(x)).data[0]!;

test("losses by hand", async () => {
  const [real, made] = [column(1, 3), column(-1, 0.5)];
  expect(await value(criticObjective(real, made))).toBeCloseTo(2.25, 6);
  expect(await value(wassersteinGeneratorLoss(made))).toBeCloseTo(0.25, 6);
  const softplus = (x: number): number => Math.log1p(Math.exp(x));
  const loss = (softplus(-1) + softplus(-3) + softplus(-1) + softplus(0.5)) / 2;
  expect(await value(discriminatorLoss(real, made))).toBeCloseTo(loss, 6);
  expect(await value(nonSaturatingLoss(made))).toBeCloseTo((softplus(1) + softplus(-0.5)) / 2, 6);
});

test("the Jensen-Shannon estimate is 0 where D cannot tell and log 2 where it is certain", async () => {
  const estimate = (real: number, made: number): Promise<number> =>
    value(jensenShannonEstimate(discriminatorLoss(column(real), column(made))));
  expect(await estimate(0, 0)).toBeCloseTo(0, 6);
  expect(await estimate(60, -60)).toBeCloseTo(Math.LN2, 6);
});

test("critic loss and its gradients against independent reference numbers", async () => {
  const { W, b, real, fake, loss, grads } = reference.wgan;
  const layers: readonly Layer[] = W.map((weights, i) => ({
    W: matrix(weights),
    b: tensor(b[i] as number[], [b[i]!.length]),
  }));
  const { value: found, grad } = valueAndGrad((w: readonly Layer[]) =>
    mul(criticObjective(f(w, matrix(real)), f(w, matrix(fake))), -1),
  )(layers);
  expect(await value(found)).toBeCloseTo(loss, 6);
  for (const [i, layer] of grad.entries()) {
    const [dW, db] = [await read(layer.W), await read(layer.b)];
    const expected = [(grads[i] as number[][]).flat(), grads[i + W.length] as number[]];
    expected[0]!.forEach((g, k) => expect(dW.data[k]).toBeCloseTo(g, 6));
    expected[1]!.forEach((g, k) => expect(db.data[k]).toBeCloseTo(g, 6));
  }
});

test.each(Object.keys(MODES) as Distribution[])(
  "points of the %s lie on its modes",
  async (name) => {
    const skeleton = skeletonOf(name);
    expect(skeleton.modes).toBe(MODES[name]);
    const { data } = await read(drawPoints(name, keyOf(3), 4096));
    expect(modesCovered(data, skeleton)).toBe(skeleton.modes);
    expect(data.every((x) => Math.abs(x) < 2.2)).toBe(true);
    // Squared distance to the nearest place averages about σ² a noisy dimension; both exist off the roll only.
    let sum = 0;
    for (let i = 0; i < data.length; i += 2) {
      let least = Number.POSITIVE_INFINITY;
      for (let k = 0; k < skeleton.places.length; k += 2) {
        least = Math.min(
          least,
          (data[i]! - skeleton.places[k]!) ** 2 + (data[i + 1]! - skeleton.places[k + 1]!) ** 2,
        );
      }
      sum += least;
    }
    const dimensions = sum / (data.length / 2) / skeleton.sigma ** 2;
    expect(dimensions).toBeGreaterThan(name === "roll" ? 0.9 : 1.9);
    expect(dimensions).toBeLessThan(name === "roll" ? 1.3 : 2.1);
  },
);

test("coverage: a mode needs 1 % of the points within 3σ", () => {
  const ring = skeletonOf("ring");
  const at = (mode: number, count: number, offset = 0): number[] =>
    Array.from({ length: count }, () => [
      ring.places[2 * mode]! + offset,
      ring.places[2 * mode + 1]!,
    ]).flat();
  const far = (count: number): number[] => Array.from({ length: count }, () => [0, 0]).flat();
  const covered = (...parts: number[][]): number =>
    modesCovered(Float32Array.from(parts.flat()), ring);
  expect(covered(far(100))).toBe(0);
  expect(covered(at(0, 1), far(99))).toBe(1);
  expect(covered(at(0, 1), far(199))).toBe(0);
  expect(covered(at(0, 50, 2.9 * ring.sigma), at(1, 50, -3.1 * ring.sigma))).toBe(1);
  expect(covered(...Array.from({ length: 8 }, (_, mode) => at(mode, 5)))).toBe(8);
});

test("every critic weight lies within the clipping bound after a step, and with the GAN some do not", async () => {
  const after = async (changes: Partial<Values<typeof demo.params>>): Promise<number> => {
    const params = { ...defaults(demo.params), c: 0.01, nCritic: 2, hidden: 16, ...changes };
    const first = program.init(params, keyOf(1), {});
    const { scalars } = createSettings(demo.params, params);
    const { state } = program.step(first, params, keyOf(2), scalars as never, {});
    const weights = await Promise.all(state.w.flatMap(({ W, b }) => [W, b]).map(read));
    return Math.max(...weights.flatMap(({ data }) => [...data].map(Math.abs)));
  };
  expect(await after({})).toBeCloseTo(0.01, 7);
  expect(await after({ loss: "gan" })).toBeGreaterThan(0.1);
});

test.each(["wgan", "gan"] as const)(
  "arrows point down the %s’s loss: finite differences at made points",
  async (loss) => {
    const params = { ...defaults(demo.params), hidden: 16, loss };
    const state = program.init(params, keyOf(5), {});
    const observed = program.observe(state, params, keyOf(6), {});
    const push = (await read(observed.push!())).data;
    const made = (await read(observed.made!())).data.subarray(0, push.length);
    const lossAt = async (x: Float32Array): Promise<number> => {
      const fMade = f(state.w, tensor(x, [x.length / 2, 2]));
      const mean = loss === "wgan" ? wassersteinGeneratorLoss(fMade) : nonSaturatingLoss(fMade);
      return (await value(mean)) * (x.length / 2);
    };
    const h = 1e-2;
    let agree = 0;
    for (let i = 0; i < push.length; i++) {
      const [up, down] = [made.slice(), made.slice()];
      up[i]! += h;
      down[i]! -= h;
      const slope = ((await lossAt(up)) - (await lossAt(down))) / (2 * h);
      if (Math.abs(-slope - push[i]!) < 0.02) agree += 1;
    }
    // A kink of the critic may lie between the two places.
    expect(agree).toBeGreaterThan(0.85 * push.length);
    expect(Math.hypot(...push)).toBeGreaterThan(0.5);
  },
);

test("what the picture needs to count modes is what coverage counts with", async () => {
  const params = defaults(demo.params);
  const state = program.init(params, keyOf(5), {});
  const goals = await read(program.observe(state, params, keyOf(6), {}).goals!());
  expect(goals.shape).toEqual([8, 4]);
  expect(goals.data[2]).toBeCloseTo(3 * 0.07, 6);
  expect(goals.data[3]).toBeCloseTo(5.12, 5);
  expect(program.observe(state, { ...params, data: "roll" }, keyOf(6), {}).goals).toBeNull();
});
