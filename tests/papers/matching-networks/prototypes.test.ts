/** Prototypes against values by hand, against the likeness of single queries, and their gradient against finite differences. */
import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../../src/math/backend.ts";
import { crossEntropy } from "../../../src/math/classification.ts";
import { add, mul } from "../../../src/math/elementwise.ts";
import { valueAndGrad } from "../../../src/math/grad.ts";
import { keyOf } from "../../../src/math/key.ts";
import { read } from "../../../src/math/memory.ts";
import { normal } from "../../../src/math/random.ts";
import { mean, softmax } from "../../../src/math/reduce.ts";
import { reshape, slice } from "../../../src/math/shape.ts";
import { tensor, type Tensor } from "../../../src/math/tensor.ts";
import { likeness } from "../../../src/papers/matching-networks/attention.ts";
import { queryLabels, sizeOf, type Kind } from "../../../src/papers/matching-networks/matching.ts";
import { prototypeLogits, prototypes } from "../../../src/papers/matching-networks/prototypes.ts";

beforeAll(() => useBackend("wasm"));

const numbers = async (x: Tensor): Promise<number[]> => Array.from((await read(x)).data);

test("two classes of two supports: means, squared distances and shares by hand", async () => {
  const kind = { N: 2, k: 2, q: 1 };
  // A at (0, 0) and (2, 0), B at (3, 1) and (3, 3); queries (1, 1) and (3, 0).
  const z = tensor([0, 0, 2, 0, 3, 1, 3, 3, 1, 1, 3, 0], [6, 2]);
  expect(await numbers(prototypes(slice(z, [0, 0], [4, 2]), kind))).toEqual([1, 0, 3, 2]);
  const logits = prototypeLogits(z, kind);
  expect(await numbers(logits)).toEqual([-1, -5, -4, -4]);
  const P = await numbers(softmax(logits));
  // 1 / (1 + e⁻⁴), and two prototypes equally far.
  expect(P[0]).toBeCloseTo(0.982014, 5);
  expect(P.slice(2)).toEqual([0.5, 0.5]);
});

test("with one shot it is the plain squared distance from each support", async () => {
  const kind = { N: 4, k: 1, q: 2 };
  const z = normal(keyOf(1), [sizeOf(kind), 6]);
  const rows = await numbers(prototypeLogits(z, kind));
  const g = slice(z, [0, 0], [4, 6]);
  for (let j = 0; j < 8; j++) {
    const f = reshape(slice(z, [4 + j, 0], [1, 6]), [6]);
    const each = await numbers(likeness("distance", f, g));
    for (const [l, value] of each.entries()) expect(rows[4 * j + l]).toBeCloseTo(value, 5);
  }
});

test.each([1, 3])("the gradient of the loss by finite differences, %i shots", async (k) => {
  const kind: Kind = { N: 3, k, q: 2 };
  const d = 4;
  const z = normal(keyOf(2), [sizeOf(kind), d]);
  const loss = (x: Tensor): Tensor =>
    mean(crossEntropy(prototypeLogits(x, kind), queryLabels(kind)));
  const slopes = await numbers(valueAndGrad(loss)(z).grad);
  const length = sizeOf(kind) * d;
  for (let i = 0; i < length; i += 5) {
    const unit = tensor(
      Array.from({ length }, (_, j) => (i === j ? 1 : 0)),
      z.shape,
    );
    const at = async (step: number): Promise<number> =>
      (await numbers(loss(add(z, mul(unit, step)))))[0]!;
    expect(slopes[i]).toBeCloseTo(((await at(0.01)) - (await at(-0.01))) / 0.02, 2);
  }
});
