/** DRAW's loss against its equations written out in plain numbers, and its gradient against differences. */
import { beforeAll, describe, expect, test } from "vitest";
import { useBackend } from "../../../src/math/backend.ts";
import { add } from "../../../src/math/elementwise.ts";
import { valueAndGrad } from "../../../src/math/grad.ts";
import { fold, keyOf } from "../../../src/math/key.ts";
import { read } from "../../../src/math/memory.ts";
import { normalArray } from "../../../src/math/random-arrays.ts";
import { mean } from "../../../src/math/reduce.ts";
import { tensor, type Tensor } from "../../../src/math/tensor.ts";
import { leaves, mapTree } from "../../../src/math/tree.ts";
import { generate, infer } from "../../../src/papers/draw/model.ts";
import {
  initDraw,
  meanLogits,
  PIXELS,
  type Sizes,
  type Weights,
} from "../../../src/papers/draw/weights.ts";
import { plainLoss, type Plain } from "./plain-draw.ts";

beforeAll(() => useBackend("wasm"));

const KEY = keyOf(3);
/** Of differences. */
const STEP = 0.003;
const [n, T, H, Z, N] = [2, 3, 4, 2, 3];
const sizes = (attention: boolean): Sizes => ({ attention, T, H, Z, N });
const numbers = async (x: Tensor): Promise<number[]> => [...(await read(x)).data];
const normals = (name: string, count: number): Float32Array => normalArray(fold(KEY, name), count);

const bits = normals("x", n * PIXELS).map((z) => Number(z > 0.8));
const noise = normals("epsilon", T * n * Z);
const [x, epsilon] = [() => tensor(bits, [n, PIXELS]), () => tensor(noise, [T, n, Z])];

/** First weights, none of them zero. */
function wild(attention: boolean): Weights {
  const first = initDraw(KEY, sizes(attention), tensor(normals("c0", PIXELS), [PIXELS]));
  let at = 0;
  return mapTree(
    (w) =>
      add(
        w,
        tensor(
          normals(`w${at++}`, w.size).map((z) => 0.1 * z),
          w.shape,
        ),
      ),
    first,
  );
}

async function plain(weights: Weights): Promise<Plain> {
  const { c0, hEnc0, hDec0, encoder, decoder, Q, patch, windows, image } = weights;
  const layer = async ({ W, b }: { W: Tensor; b: Tensor }) => ({
    W: await numbers(W),
    b: await numbers(b),
  });
  return {
    c0: await numbers(c0),
    hEnc0: await numbers(hEnc0),
    hDec0: await numbers(hDec0),
    encoder: await layer(encoder),
    decoder: await layer(decoder),
    Q: await layer(Q),
    patch: await layer(patch),
    windows: await Promise.all(windows.map(layer)),
    image: image[0] ? await numbers(image[0]) : null,
  };
}

/** The loss of each image by the equations in plain numbers, which differences need. */
async function plainly(weights: Weights): Promise<{ Lx: number; Lz: number }[]> {
  const model = await plain(weights);
  return Array.from({ length: n }, (_, i) => {
    const image = [...bits.subarray(i * PIXELS, (i + 1) * PIXELS)];
    const noiseAt = (t: number) => [...noise.subarray((t * n + i) * Z, (t * n + i + 1) * Z)];
    return plainLoss(model, { T, Z, N }, image, noiseAt);
  });
}

describe.each([
  ["with windows", true],
  ["without", false],
])("%s", (_, attention) => {
  test("both parts of the loss are those of the equations", async () => {
    const weights = wild(attention);
    const { Lx, Lz } = infer(weights, sizes(attention), x(), epsilon());
    for (const [i, wanted] of (await plainly(weights)).entries()) {
      expect((await numbers(Lx))[i]! / wanted.Lx).toBeCloseTo(1, 5);
      expect((await numbers(Lz))[i]! / wanted.Lz).toBeCloseTo(1, 4);
    }
  });

  test("the gradient is the slope along it, and by every group of weights", async () => {
    const weights = wild(attention);
    const loss = (w: Weights): Tensor => {
      const { Lx, Lz } = infer(w, sizes(attention), x(), epsilon());
      return mean(add(Lx, Lz));
    };
    const { grad } = valueAndGrad(loss)(weights);
    const groups = leaves(grad).length;
    for (let group = 0; group < groups; group++) {
      // A step along this group's gradient alone: its slope is the gradient's length.
      const slopes = (await read(leaves(grad)[group]!)).data;
      const length = Math.hypot(...slopes);
      const at = async (step: number): Promise<number> => {
        let i = 0;
        const moved = mapTree((w) => {
          const way = tensor(
            slopes.map((g) => (i === group ? (step * g) / length : 0)),
            i === group ? w.shape : [slopes.length],
          );
          return i++ === group ? add(w, way) : w;
        }, weights);
        const images = await plainly(moved);
        return images.reduce((sum, { Lx, Lz }) => sum + Lx + Lz, 0) / n;
      };
      const slope = ((await at(STEP)) - (await at(-STEP))) / (2 * STEP);
      expect(slope / length, `group ${group}`).toBeCloseTo(1, 2);
    }
  });
});

test("a code at the prior is free, and one of mean 1 and deviation ½ costs what the note says an entry", async () => {
  const weights = wild(true);
  const coded = (mu: number, sigma: number): Weights => ({
    ...weights,
    Q: {
      W: mapTree(() => tensor(new Float32Array(H * 2 * Z), [H, 2 * Z]), weights.Q.W),
      b: tensor([...Array(Z).fill(mu), ...Array(Z).fill(Math.log(sigma))], [2 * Z]),
    },
  });
  const cost = async (mu: number, sigma: number): Promise<number> =>
    (await numbers(infer(coded(mu, sigma), sizes(true), x(), epsilon()).Lz))[0]! / (T * Z);
  expect(await cost(0, 1)).toBeCloseTo(0, 6);
  expect(await cost(1, 0.5)).toBeCloseTo(0.818, 3);
});

test("the first look is the same for every image, the second is not", async () => {
  const { steps } = infer(wild(true), sizes(true), x(), epsilon());
  const [first, second] = await Promise.all(
    steps.slice(0, 2).map(({ reading }) => numbers(reading!.gX)),
  );
  expect(first![0]).toBe(first![1]);
  expect(second![0]).not.toBe(second![1]);
});

test("a write begins about as strong as its patch, with a faint pen δ² fainter", async () => {
  const c0 = () => tensor(new Float32Array(PIXELS), [PIXELS]);
  const strongest = async (faint: boolean): Promise<number> => {
    const weights = initDraw(KEY, { ...sizes(true), N: 5 }, c0(), faint);
    const z = tensor(noise.subarray(0, n * Z), [1, n, Z]);
    const [step] = generate(weights, { ...sizes(true), T: 1, N: 5 }, z);
    return Math.max(...(await numbers(step!.canvas)).map(Math.abs));
  };
  expect((await strongest(false)) / (await strongest(true))).toBeCloseTo(6.75 ** 2, 2);
});

test("the first canvas is the mean image: its cost is its entropy", async () => {
  const grey = Uint8Array.from({ length: 4 * PIXELS }, (_, i) =>
    i < PIXELS ? 15 : i % PIXELS < 10 ? 15 : 0,
  );
  const logits = await numbers(meanLogits({ data: grey, shape: [4, 28, 28], scale: 1 / 15 }));
  expect(1 / (1 + Math.exp(-logits[0]!))).toBeCloseTo(0.999, 5);
  expect(1 / (1 + Math.exp(-logits[20]!))).toBeCloseTo(0.25, 5);
});
