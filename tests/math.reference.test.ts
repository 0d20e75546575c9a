import { describe, expect, test } from "vitest";
import reference from "./fixtures/math-reference.json" with { type: "json" };
import { useBackend } from "../src/math/backend.ts";
import { sum } from "../src/math/broadcast.ts";
import { conv3x3, maxPool2x2 } from "../src/math/conv.ts";
import { add, mul, relu, sqrt, square, sub } from "../src/math/elementwise.ts";
import { valueAndGrad } from "../src/math/grad.ts";
import { lstmCell, type LstmState, type LstmWeights } from "../src/math/lstm.ts";
import { read } from "../src/math/memory.ts";
import { mlp, type Layer } from "../src/math/nn.ts";
import { adam, rmsprop, sgd, type Optimiser } from "../src/math/optim.ts";
import { mean } from "../src/math/reduce.ts";
import { concat, transpose } from "../src/math/shape.ts";
import { tensor, zeros, type Tensor } from "../src/math/tensor.ts";
import { gap } from "./fixtures/gap.ts";

// Computed in PyTorch, float64; ours is float32, whose unit roundoff is 6e-8.
const RELATIVE = 2e-6;

const matrix = (rows: readonly (readonly number[])[]): Tensor =>
  tensor(rows.flat(), [rows.length, rows[0]!.length]);

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
      const { grad } = valueAndGrad(([q]: readonly Tensor[]) => sum(square(square(sub(q!, 1)))))(
        params,
      );
      ({ params, state } = optimiser.update(params, grad, state, rate));
      expect(await gap(params[0]!, wanted)).toBeLessThan(RELATIVE);
    }
  });

  const {
    W,
    b,
    real,
    fake,
    eps,
    loss,
    grads,
    penalty,
    penalty_grads: penaltyGrads,
  } = reference.wgan;
  const critic = (): readonly Layer[] =>
    W.map((rows, i) => ({ W: matrix(rows), b: tensor(b[i]!, [b[i]!.length]) }));

  test("WGAN critic's loss and gradients", async () => {
    await useBackend(backend);
    const f = (layers: readonly Layer[]) =>
      sub(mean(mlp(layers, matrix(fake))), mean(mlp(layers, matrix(real))));
    const { value, grad } = valueAndGrad(f)(critic());
    expect(await gap(value, [loss])).toBeLessThan(RELATIVE);
    for (const [i, layer] of grad.entries()) {
      expect(await gap(layer.W, grads[i]!.flat())).toBeLessThan(RELATIVE);
    }
    for (const i of [0, 1])
      expect(await gap(grad[i]!.b, grads[i + 3]!.flat())).toBeLessThan(RELATIVE);
    // The last bias cancels from the difference: its gradient is 0 up to rounding.
    expect((await read(grad[2]!.b)).data[0]).toBeCloseTo(0, 6);
  });

  test("an LSTM over four steps, and its gradients", async () => {
    await useBackend(backend);
    const { lstm } = reference;
    const weights = {
      W: concat([transpose(matrix(lstm.W_ih)), transpose(matrix(lstm.W_hh))]),
      b: add(tensor(lstm.b_ih, [20]), tensor(lstm.b_hh, [20])),
    };
    const outputs = (w: LstmWeights): Tensor[] => {
      let state: LstmState = { h: zeros([2, 5]), c: zeros([2, 5]) };
      return lstm.x.map((x) => (state = lstmCell(w, matrix(x), state)).h);
    };
    const { grad } = valueAndGrad((w: LstmWeights) => sum(square(concat(outputs(w)))))(weights);
    expect(await gap(concat(outputs(weights)), lstm.h.flat(2))).toBeLessThan(RELATIVE);
    const byW = [...lstm.grad_W_ih[0]!.keys()]
      .map((j) => lstm.grad_W_ih.map((row) => row[j]!))
      .concat([...lstm.grad_W_hh[0]!.keys()].map((j) => lstm.grad_W_hh.map((row) => row[j]!)));
    expect(await gap(grad.W, byW.flat())).toBeLessThan(RELATIVE);
    expect(await gap(grad.b, lstm.grad_b_ih)).toBeLessThan(RELATIVE);
  });

  test("a block of convolution, ReLU and pooling, and its gradients", async () => {
    await useBackend(backend);
    const { conv_block: block } = reference;
    // PyTorch has the channels before height and width, and a filter's outputs first.
    const params = {
      x: transpose(tensor(block.x.flat(3), [2, 2, 7, 6]), [0, 2, 3, 1]),
      w: transpose(tensor(block.w.flat(3), [3, 2, 3, 3]), [2, 3, 1, 0]),
      b: tensor(block.b, [3]),
    };
    const f = (p: typeof params) => maxPool2x2(relu(conv3x3(p.x, p.w, p.b)));
    const { grad } = valueAndGrad((p: typeof params) => sum(square(f(p))))(params);
    const near = async (found: Tensor, order: number[], wanted: readonly number[]) =>
      expect(await gap(transpose(found, order), wanted)).toBeLessThan(RELATIVE);
    await near(f(params), [0, 3, 1, 2], block.y.flat(3));
    await near(grad.x, [0, 3, 1, 2], block.grad_x.flat(3));
    await near(grad.w, [3, 2, 0, 1], block.grad_w.flat(3));
    expect(await gap(grad.b, block.grad_b)).toBeLessThan(RELATIVE);
  });

  test("gradient penalty, a gradient of a gradient", async () => {
    await useBackend(backend);
    const [x, y, e] = [matrix(real), matrix(fake), matrix(eps)];
    const mixes = add(mul(e, x), mul(sub(1, e), y));
    const f = (layers: readonly Layer[]) => {
      const slope = valueAndGrad((at: Tensor) => sum(mlp(layers, at)))(mixes).grad;
      return mean(square(sub(sqrt(sum(square(slope), 1)), 1)));
    };
    const { value, grad } = valueAndGrad(f)(critic());
    expect(await gap(value, [penalty])).toBeLessThan(RELATIVE);
    for (const [i, layer] of grad.entries())
      expect(await gap(layer.W, penaltyGrads[i]!.flat())).toBeLessThan(RELATIVE);
  });
});
