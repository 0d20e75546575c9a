/** What measures need at once bounds the memory that they open. */
import { beforeAll, expect, test } from "vitest";
import { defineDemo } from "../../src/contract/demo.ts";
import { measuresOf } from "../../src/engine/measuring.ts";
import { defineProgram } from "../../src/engine/program.ts";
import { useBackend } from "../../src/math/backend.ts";
import { conv3x3, maxPool2x2 } from "../../src/math/conv.ts";
import { fold, keyOf, type Key } from "../../src/math/key.ts";
import { bytes } from "../../src/math/kernels/heap.ts";
import { tensorCount } from "../../src/math/memory.ts";
import { batchNorm, normalise } from "../../src/math/norm.ts";
import { bernoulli } from "../../src/math/distributions.ts";
import { matMul } from "../../src/math/linear.ts";
import { mul } from "../../src/math/elementwise.ts";
import { normal } from "../../src/math/random.ts";
import { reshape } from "../../src/math/shape.ts";
import { ones, zeros, type Tensor } from "../../src/math/tensor.ts";

const CHANNELS = 64;
/** 20-way one-shot with four queries a class. */
const IMAGES = 100;
const EPISODES = 8;
const MB = 2 ** 20;

const demo = defineDemo({
  id: "toy/episodes",
  title: "Episodes",
  question: "How much memory?",
  source: { section: "none", equations: [] },
  params: {},
  measures: { diagonal: { label: "diagonal", help: "Mean similarity of a class to itself." } },
  outputs: {},
});

type Block = { readonly W: Tensor; readonly gain: Tensor; readonly bias: Tensor };

const blockOf = (key: Key, from: number): Block => ({
  W: mul(normal(key, [3, 3, from, CHANNELS]), Math.sqrt(2 / (9 * from))),
  gain: ones([CHANNELS]),
  bias: zeros([CHANNELS]),
});

/** Four blocks of convolution, batch norm, ReLU and pooling: [n, 28, 28, 1] becomes [n, 64]. */
const embedded = (blocks: readonly Block[], images: Tensor): Tensor =>
  reshape(
    blocks.reduce(
      (h, { W, gain, bias }) =>
        maxPool2x2(batchNorm(conv3x3(h, W, zeros([CHANNELS])), gain, bias, "relu")),
      images,
    ),
    [images.shape[0], CHANNELS],
  );

const program = defineProgram(demo, {
  init: (_, key): { blocks: readonly Block[] } => ({
    blocks: [1, CHANNELS, CHANNELS, CHANNELS].map((from, i) => blockOf(fold(key, i), from)),
  }),
  measure: {
    units: EPISODES,
    sample({ blocks }: { blocks: readonly Block[] }, _, key) {
      const images = bernoulli(key, mul(ones([IMAGES, 28, 28, 1]), 0.1));
      const z = normalise(embedded(blocks, images));
      return { similarities: reshape(matMul(z, z, { transposeB: true }), [1, IMAGES ** 2]) };
    },
    evaluate: ({ similarities: { shape, data } }) => {
      expect(shape).toEqual([EPISODES, IMAGES ** 2]);
      let sum = 0;
      for (let row = 0; row < EPISODES * IMAGES; row++) sum += data[row * IMAGES + (row % IMAGES)]!;
      return { diagonal: sum / (EPISODES * IMAGES) };
    },
  },
  observe: () => ({}),
});

beforeAll(() => useBackend("wasm"));

test("episodes of a network with 64 channels open at most 150 MB, however many there are", async () => {
  const state = program.init({}, keyOf(1), {});
  const before = { heap: bytes().length, tensors: tensorCount() };
  const subject = { demo, program, state, values: {}, data: {} };
  const { diagonal } = await measuresOf(subject, keyOf(2));
  const opened = (bytes().length - before.heap) / MB;
  expect(opened).toBeGreaterThan(10);
  expect(opened).toBeLessThan(150);
  expect(tensorCount()).toBe(before.tensors);
  expect(diagonal).toBeCloseTo(1, 5);
});
