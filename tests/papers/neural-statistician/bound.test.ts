/** The bound against a model whose evidence is known, the closed forms, and finite differences. */
import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../../src/math/backend.ts";
import { sum } from "../../../src/math/broadcast.ts";
import { add, mul, sub } from "../../../src/math/elementwise.ts";
import { valueAndGrad } from "../../../src/math/grad.ts";
import { fold, keyOf } from "../../../src/math/key.ts";
import type { Layer } from "../../../src/math/nn.ts";
import { normal } from "../../../src/math/random.ts";
import { tensor, zeros, type Tensor } from "../../../src/math/tensor.ts";
import { leaves, mapTree } from "../../../src/math/tree.ts";
import { logNormal, newItems, terms } from "../../../src/papers/neural-statistician/bound.ts";
import {
  initNetworks,
  statistic,
  type Phi,
  type Theta,
} from "../../../src/papers/neural-statistician/statistician.ts";

const SIZES = { hidden: 8, l: 3, dz: 2 };
const key = keyOf(5);
/** Short enough that few ReLUs bend within it, long enough for float32. */
const H = 1e-3;

beforeAll(async () => {
  await useBackend("wasm");
});

const weights = (): { phi: Phi; theta: Theta } => initNetworks(key, SIZES);
const noiseFor = (B: number, S: number) => ({
  c: normal(fold(key, "c"), [B, SIZES.l]),
  z: normal(fold(key, "z"), [B, S, SIZES.dz]),
});
const numbers = (x: Tensor): number[] => [...x.dataSync()];

test("the log-density of a Gaussian is that of its formula", () => {
  const [x, mu, logVar] = [0.7, -0.4, 0.9];
  const found = logNormal(tensor([x], [1]), {
    mean: tensor([mu], [1]),
    logVar: tensor([logVar], [1]),
  });
  const wanted = -0.5 * (Math.log(2 * Math.PI) + logVar + (x - mu) ** 2 / Math.exp(logVar));
  expect(numbers(found)[0]).toBeCloseTo(wanted, 6);
});

/** Networks of one linear layer that ignore what goes in and give this Gaussian. */
const constant = (inputs: number, mean: readonly number[], logVar: readonly number[]): Layer[] => {
  const outputs = 2 * mean.length;
  return [{ W: zeros([inputs, outputs]), b: tensor([...mean, ...logVar], [outputs]) }];
};

test("where all guesses are the priors, only the reconstruction is left", () => {
  const { encoder } = weights().phi;
  const phi = {
    encoder,
    afterPooling: constant(encoder.at(-1)!.b.shape[0], [0, 0, 0], [0, 0, 0]),
    inference: constant(4, [1, -1], [-1, 0.5]),
  };
  const theta = {
    prior: constant(3, [1, -1], [-1, 0.5]),
    observation: constant(5, [0.25], [Math.log(2)]),
  };
  const x = tensor([0.25, 2.25, -1.75, 0.25], [2, 2, 1]);
  const { R, C, L } = terms({ phi, theta }, x, noiseFor(2, 2));
  const item = -0.5 * Math.log(4 * Math.PI);
  // An item at the mean, and one 2 away: 2² / (2 · 2) = 1 nat less.
  for (const found of numbers(R)) expect(found).toBeCloseTo(2 * item - 1, 5);
  expect(numbers(C)).toEqual([0, 0]);
  for (const found of numbers(L)) expect(found).toBeCloseTo(0, 6);
});

test("each guess away from its prior costs its divergence: once for the set, once for each item", () => {
  const { encoder } = weights().phi;
  const phi = {
    encoder,
    // 3.042653 nats: tests of the divergence have the same numbers.
    afterPooling: constant(encoder.at(-1)!.b.shape[0], [1, 0, 0], [-1, 0, 0]),
    inference: constant(4, [0.5, -1], [-2, 0.5]),
  };
  const theta = {
    prior: constant(3, [0, 0], [0, -1]),
    observation: constant(5, [0], [0]),
  };
  const { C, L } = terms({ phi, theta }, zeros([1, 4, 1]), noiseFor(1, 4));
  expect(numbers(C)[0]).toBeCloseTo(0.68394, 5);
  expect(numbers(L)[0]).toBeCloseTo(4 * 3.042653, 4);
});

test("the gradient is the slope that finite differences find", () => {
  const x = normal(fold(key, "x"), [3, 7, 1]);
  const noise = noiseFor(3, 7);
  const bound = (of: ReturnType<typeof weights>): Tensor => {
    const { R, C, L } = terms(of, x, noise);
    return sum(sub(R, add(C, L)));
  };
  const from = weights();
  const { grad } = valueAndGrad(bound)(from);
  // Along the gradient of each network the slope is the gradient's length.
  for (const [part, network] of [
    ["phi", "encoder"],
    ["phi", "afterPooling"],
    ["phi", "inference"],
    ["theta", "prior"],
    ["theta", "observation"],
  ] as const) {
    const way = (grad[part] as Record<string, readonly Layer[]>)[network]!;
    const length = Math.sqrt(
      leaves(way).reduce((total, leaf) => total + numbers(sum(mul(leaf, leaf)))[0]!, 0),
    );
    const along = (by: number): number => {
      const old = (from[part] as Record<string, readonly Layer[]>)[network]!;
      const moved = mapTree((leaf, step) => add(leaf, mul(step, by / length)), old, way);
      return numbers(bound({ ...from, [part]: { ...from[part], [network]: moved } }))[0]!;
    };
    const slope = (along(H) - along(-H)) / (2 * H);
    expect(slope / length, network).toBeCloseTo(1, 1);
  }
});

test("a set is a set: its order changes the context by rounding at most, and to say all twice changes nothing", () => {
  const { phi } = weights();
  const values = numbers(normal(fold(key, "set"), [40]));
  const contextOf = (set: readonly number[]): number[] => {
    const { mean, logVar } = statistic(phi, tensor(set, [1, set.length, 1]));
    return [...numbers(mean), ...numbers(logVar)];
  };
  const first = contextOf(values);
  const near = (other: readonly number[]): void =>
    other.forEach((value, i) => expect(value).toBeCloseTo(first[i]!, 5));
  near(contextOf(values.toReversed()));
  near(contextOf(values.toSorted((a, b) => a - b)));
  near(contextOf([...values, ...values]));
  expect(Math.abs(contextOf(values.map((x) => x + 1))[0]! - first[0]!)).toBeGreaterThan(1e-3);
});

test("new items follow the prior of their own set", () => {
  const theta: Theta = {
    // z = (c₁, 0) for certain.
    prior: [
      {
        W: tensor([1, 0, 0, 0, ...Array<number>(8).fill(0)], [3, 4]),
        b: tensor([0, 0, -10, -10], [4]),
      },
    ],
    // x = z₁, nearly.
    observation: [
      { W: tensor([1, 0, ...Array<number>(8).fill(0)], [5, 2]), b: tensor([0, -4], [2]) },
    ],
  };
  const c = tensor([3, 0, 0, -2, 0, 0], [2, 3]);
  const noise = { z: zeros([2, 4, 2]), x: zeros([2, 4, 1]) };
  const found = numbers(newItems(theta, c, noise));
  expect(found.map((x) => Math.round(x * 1e4) / 1e4)).toEqual([3, 3, 3, 3, -2, -2, -2, -2]);
});
