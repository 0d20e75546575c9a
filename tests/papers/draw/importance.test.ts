/** Importance weights against densities written out in plain numbers, and against what they must be on average. */
import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../../src/math/backend.ts";
import { keyOf } from "../../../src/math/key.ts";
import { read } from "../../../src/math/memory.ts";
import { bernoulli } from "../../../src/math/distributions.ts";
import { normal } from "../../../src/math/random.ts";
import { tensor, type Tensor } from "../../../src/math/tensor.ts";
import { mapTree } from "../../../src/math/tree.ts";
import { initDraw, PIXELS, type Weights } from "../../../src/papers/draw/first-weights.ts";
import { logWeight } from "../../../src/papers/draw/importance.ts";
import { infer, posterior } from "../../../src/papers/draw/model.ts";

const sizes = { attention: true, T: 3, H: 6, Z: 4, N: 3 };
const numbers = async (x: Tensor): Promise<number[]> => [...(await read(x)).data];

beforeAll(() => useBackend("wasm"));

/** As after training: codes that say something. */
function telling(): Weights {
  const first = initDraw(keyOf(1), sizes, tensor(new Float32Array(PIXELS).fill(-1), [PIXELS]));
  const waves = ({ size, shape }: Tensor) =>
    tensor(
      Float32Array.from({ length: size }, (_, i) => 0.6 * Math.sin(i)),
      shape,
    );
  return { ...first, Q: mapTree(waves, first.Q) };
}

const images = (): Tensor =>
  bernoulli(keyOf(2), tensor(new Float32Array(2 * PIXELS).fill(0.3), [2, PIXELS]));

/** log N(x; mean, σ²). */
const logNormal = (value: number, mean: number, sigma: number): number =>
  -0.5 * ((value - mean) / sigma) ** 2 - Math.log(sigma) - 0.5 * Math.log(2 * Math.PI);

test("the weight is p(x | z) p(z) / q(z | x), each a density in full", async () => {
  const epsilon = normal(keyOf(3), [3, 2, 4]);
  const weights = telling();
  const inferred = infer(weights, sizes, images(), epsilon);
  const found = await numbers(logWeight(weights, inferred, epsilon));
  const Lx = await numbers(inferred.Lx);
  const wanted = Lx.map((nats) => -nats);
  for (const { hEnc, z } of inferred.steps) {
    const { mean, logSigma } = posterior(hEnc, weights);
    const [codes, means, logs] = await Promise.all([z, mean, logSigma].map(numbers));
    codes!.forEach((code, i) => {
      const q = logNormal(code, means![i]!, Math.exp(logs![i]!));
      wanted[Math.floor(i / 4)]! += logNormal(code, 0, 1) - q;
    });
  }
  found.forEach((log, i) => expect(log).toBeCloseTo(wanted[i]!, 2));
});

test("on average its logarithm is minus the loss", async () => {
  const COUNT = 1000;
  const [x] = await numbers(images());
  const same = tensor(new Float32Array(COUNT * PIXELS).fill(x!), [COUNT, PIXELS]);
  const epsilon = normal(keyOf(4), [3, COUNT, 4]);
  const weights = telling();
  const inferred = infer(weights, sizes, same, epsilon);
  const [logs, Lx, Lz] = await Promise.all(
    [logWeight(weights, inferred, epsilon), inferred.Lx, inferred.Lz].map(numbers),
  );
  const apart = logs!.map((log, i) => log + Lx![i]! + Lz![i]!);
  expect(apart.reduce((sum, nats) => sum + nats, 0) / COUNT).toBeCloseTo(0, 0);
});
