import { expect, test } from "vitest";
import { useBackend, type Backend } from "../../src/math/backend.ts";
import { square } from "../../src/math/elementwise.ts";
import { sum } from "../../src/math/broadcast.ts";
import { valueAndGrad } from "../../src/math/grad.ts";
import { matMul } from "../../src/math/linear.ts";
import { read } from "../../src/math/memory.ts";
import { tensor, type Tensor } from "../../src/math/tensor.ts";

test.each<Backend>(["wasm", "cpu"])("%s starts in a browser and differentiates", async (name) => {
  const started = await useBackend(name);
  const x = tensor([1, 2, 3, 4], [2, 2]);
  const { grad } = valueAndGrad((X: Tensor) => sum(square(matMul(X, X))))(x);
  // By hand: 2 (XX)X' + 2 X'(XX) with XX = [7 10; 15 22].
  expect([...(await read(grad)).data]).toEqual([54 + 104, 122 + 152, 118 + 148, 266 + 216]);
  expect(started).toEqual({ backend: name });
});
