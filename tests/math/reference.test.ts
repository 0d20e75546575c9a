import { describe, expect, test } from "vitest";
import reference from "../fixtures/math-reference.json" with { type: "json" };
import { useBackend } from "../../src/math/backend.ts";
import { sum } from "../../src/math/broadcast.ts";
import { add, mul, sqrt, square, sub } from "../../src/math/elementwise.ts";
import { valueAndGrad } from "../../src/math/grad.ts";
import { read } from "../../src/math/memory.ts";
import { mlp, type Layer } from "../../src/math/nn.ts";
import { adam, rmsprop, sgd, type Optimiser } from "../../src/math/optim.ts";
import { mean } from "../../src/math/reduce.ts";
import { tensor, type Tensor } from "../../src/math/tensor.ts";

// Computed in PyTorch, float64; ours is float32, whose unit roundoff is 6e-8.
const RELATIVE = 2e-6;

async function expectNear(found: Tensor, wanted: readonly number[], relative = RELATIVE): Promise<void> {
  const { data } = await read(found);
  expect(data.length).toBe(wanted.length);
  const scale = Math.max(...wanted.map(Math.abs));
  wanted.forEach((value, i) => expect(Math.abs(data[i]! - value)).toBeLessThan(relative * scale));
}

const matrix = (rows: readonly (readonly number[])[]): Tensor => tensor(rows.flat(), [rows.length, rows[0]!.length]);

describe.each(["wasm", "cpu"] as const)("on %s, PyTorch's numbers", (backend) => {
  test.each<[string, Optimiser, number, { start: number[]; path: number[][] }]>([
    ["SGD", sgd(), 0.1, reference.optim_sgd],
    ["RMSProp", rmsprop(), 0.01, reference.optim_rmsprop],
    ["Adam", adam({ beta1: 0.5, beta2: 0.9 }), 0.01, reference.optim_adam],
  ])("path of %s", async (_name, optimiser, rate, { start, path }) => {
    await useBackend(backend);
    let params: readonly Tensor[] = [tensor(start, [4])];
    let state = optimiser.init(params);
    for (const wanted of path) {
      const { grad } = valueAndGrad(([q]: readonly Tensor[]) => sum(square(square(sub(q!, 1)))))(params);
      ({ params, state } = optimiser.update(params, grad, state, rate));
      await expectNear(params[0]!, wanted);
    }
  });

  const { W, b, real, fake, eps, loss, grads, penalty, penalty_grads: penaltyGrads } = reference.wgan;
  const critic = (): readonly Layer[] =>
    W.map((rows, i) => ({ W: matrix(rows), b: tensor(b[i]!, [b[i]!.length]) }));

  test("WGAN critic's loss and gradients", async () => {
    await useBackend(backend);
    const f = (layers: readonly Layer[]) => sub(mean(mlp(layers, matrix(fake))), mean(mlp(layers, matrix(real))));
    const { value, grad } = valueAndGrad(f)(critic());
    await expectNear(value, [loss], 1e-5);
    for (const [i, layer] of grad.entries()) {
      await expectNear(layer.W, grads[i]!.flat());
      const wanted = grads[i + 3]!.flat();
      // The last bias cancels from the difference: its gradient is 0 up to rounding.
      if (i < 2) await expectNear(layer.b, wanted);
      else expect(Math.abs((await read(layer.b)).data[0]!)).toBeLessThan(1e-6);
    }
  });

  test("gradient penalty, a gradient of a gradient", async () => {
    await useBackend(backend);
    const [x, y, e] = [matrix(real), matrix(fake), matrix(eps)];
    const mixes = { "eps real": add(mul(e, x), mul(sub(1, e), y)) };
    const f = (layers: readonly Layer[]) => {
      const slope = valueAndGrad((at: Tensor) => sum(mlp(layers, at)))(mixes["eps real"]).grad;
      return mean(square(sub(sqrt(sum(square(slope), 1)), 1)));
    };
    const { value, grad } = valueAndGrad(f)(critic());
    await expectNear(value, [penalty], 1e-5);
    for (const [i, layer] of grad.entries()) await expectNear(layer.W, penaltyGrads[i]!.flat());
  });
});
