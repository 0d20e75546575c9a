/** A few steps of everything, as one number: it must be the same in Node and in every browser. */
import { scope } from "../../src/math/memory.ts";
import { conv3x3, maxPool2x2 } from "../../src/math/conv.ts";
import { log, relu, sigmoid, softplus, square, tanh } from "../../src/math/elementwise.ts";
import { valueAndGrad } from "../../src/math/grad.ts";
import { fold, keyOf } from "../../src/math/key.ts";
import { initMlp, mlp } from "../../src/math/nn.ts";
import { batchNorm } from "../../src/math/norm.ts";
import { adam } from "../../src/math/optim.ts";
import { normal } from "../../src/math/random.ts";
import { logSumExp, mean } from "../../src/math/reduce.ts";
import { reshape } from "../../src/math/shape.ts";
import { ones, zeros, type Tensor } from "../../src/math/tensor.ts";
import { leaves, type Tree } from "../../src/math/tree.ts";

/** FNV-1a over the bits of all weights after three steps of Adam. */
export function fingerprint(): number {
  let hash = 0x811c9dc5;
  scope(() => {
    const key = keyOf(11);
    let params = {
      filter: normal(fold(key, "filter"), [3, 3, 2, 6]),
      layers: initMlp(key, [54, 13, 5]),
    };
    const optimiser = adam();
    let state: Tree = optimiser.init(params);
    const x = normal(fold(key, "x"), [7, 6, 7, 2]);
    const loss = ({ filter, layers }: typeof params): Tensor => {
      const h = maxPool2x2(relu(batchNorm(conv3x3(x, filter), ones([6]), zeros([6]))));
      const y = mlp(layers, reshape(h, [7, -1]));
      return mean(logSumExp(softplus(log(square(tanh(sigmoid(y))))), 1));
    };
    for (let step = 0; step < 3; step++) {
      const { grad } = valueAndGrad(loss)(params);
      ({ params, state } = optimiser.update(params, grad, state, 0.01));
    }
    for (const leaf of leaves(params)) {
      for (const byte of new Uint8Array(leaf.dataSync().slice().buffer)) {
        hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
      }
    }
  });
  return hash;
}

/** What `fingerprint` gives with our kernels, everywhere. */
export const FINGERPRINT = 3514081163;
