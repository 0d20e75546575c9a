/** Convolutions and pooling of images [batch, height, width, channels]. */
import { getBackend, getKernel } from "@tensorflow/tfjs-core";
import { sum } from "./broadcast.ts";
import { add, mul, relu, reluGrad } from "./elementwise.ts";
import { gradientRule, runKernel } from "./kernel.ts";
import { kernelsInUse } from "./kernels/in-use.ts";
import { matMul, type Activation } from "./linear.ts";
import { concat, pad, reshape, slice, transpose } from "./shape.ts";
import { ones, zeros, type Shape, type Tensor } from "./tensor.ts";

/** 3 by 3, stride 1, zeros around, in the library's words. */
const SAME = { strides: [1, 1], pad: "same", dataFormat: "NHWC", dilations: [1, 1] };

/** act(x convolved + b) with 3 by 3 filters [3, 3, C, F], zeros around, and a bias [F]: [batch, H, W, C] to [batch, H, W, F]. */
export function conv3x3(
  x: Tensor,
  filter: Tensor,
  bias?: Tensor,
  activation: Activation = "linear",
): Tensor {
  const [rows, columns, c] = filter.shape;
  if (x.rank !== 4 || filter.rank !== 4 || rows !== 3 || columns !== 3 || c !== x.shape[3]) {
    throw new Error(`Shapes [${x.shape}] and [${filter.shape}] have no 3 by 3 convolution.`);
  }
  if (bias && kernelsInUse() && String(bias.shape) === String(filter.shape.slice(3))) {
    const name = activation === "relu" ? "ConvBiasRelu" : "ConvBias";
    return runKernel(name, { x, filter, bias }, SAME);
  }
  const y = convolve(x, filter);
  const sums = bias ? add(y, bias) : y;
  return activation === "relu" ? relu(sums) : sums;
}

/** The three maps of which each gradient is another: images by filters, and its transposes by image and by filter. */
const convolve = (x: Tensor, filter: Tensor): Tensor =>
  runKernel("Conv2D", { x, filter }, { ...SAME, from: x.shape });

const convolveBack = (dy: Tensor, filter: Tensor, inputShape: Shape): Tensor =>
  runKernel("Conv2DBackpropInput", { dy, filter }, { ...SAME, inputShape: [...inputShape] });

function convolveFilter(x: Tensor, dy: Tensor, filterShape: Shape): Tensor {
  return getKernel("Conv2DBackpropFilter", getBackend())
    ? runKernel("Conv2DBackpropFilter", { x, dy }, { ...SAME, filterShape: [...filterShape] })
    : filterFromProducts(x, dy, filterShape);
}

/** The gradient by the filter as nine products, for where the library has no kernel: its wasm. */
function filterFromProducts(x: Tensor, dy: Tensor, filterShape: Shape): Tensor {
  const framed = pad(x, [
    [0, 0],
    [1, 1],
    [1, 1],
    [0, 0],
  ]);
  const slopes = reshape(dy, [-1, dy.shape[3]!]);
  const taps = Array.from({ length: 9 }, (_, tap) => {
    const under = slice(framed, [0, Math.floor(tap / 3), tap % 3, 0], x.shape);
    return matMul(transpose(reshape(under, [-1, x.shape[3]!])), slopes);
  });
  return reshape(concat(taps), filterShape);
}

gradientRule("Conv2D", ["x", "filter"], (dy, [x, filter]) => ({
  x: () => convolveBack(dy, filter!, x!.shape),
  filter: () => convolveFilter(x!, dy, filter!.shape),
}));
const biasedGradient = (dy: Tensor, x: Tensor, filter: Tensor) => ({
  x: () => convolveBack(dy, filter, x.shape),
  filter: () => convolveFilter(x, dy, filter.shape),
  bias: () => sum(dy, [0, 1, 2]),
});
gradientRule("ConvBias", ["x", "filter"], (dy, [x, filter]) => biasedGradient(dy, x!, filter!));
gradientRule(
  "ConvBiasRelu",
  ["x", "filter"],
  // y serves the mask alone, whose derivative is 0.
  (dy, [x, filter, y]) => biasedGradient(reluGrad(dy, y!), x!, filter!),
  "constant",
);
gradientRule("Conv2DBackpropInput", ["dy", "filter"], (g, [dy, filter]) => ({
  dy: () => convolve(g, filter!),
  filter: () => convolveFilter(g, dy!, filter!.shape),
}));
gradientRule("Conv2DBackpropFilter", ["x", "dy"], (g, [x, dy]) => ({
  x: () => convolveBack(dy!, g, x!.shape),
  dy: () => convolve(x!, g),
}));

const HALVES = { filterSize: [2, 2], strides: [2, 2], pad: "valid" };

/** The greatest of each 2 by 2 block, an odd last row or column left out; the gradient goes to the first of equal maxima. */
export const maxPool2x2 = (x: Tensor): Tensor => runKernel("MaxPool", { x }, HALVES);
gradientRule("MaxPool", ["x"], (dy, [x]) => ({ x: () => toMaxima(dy, x!) }));

const toMaxima = (dy: Tensor, x: Tensor): Tensor =>
  runKernel("MaxPoolGrad", { dy, input: x, output: maxPool2x2(x) }, HALVES);
gradientRule("MaxPoolGrad", ["dy", "input", "output"], (g, [dy, x, y]) => ({
  dy: () => sumOfBlocks(mul(g, toMaxima(ones(dy!.shape), x!))),
  input: () => zeros(x!.shape),
  output: () => zeros(y!.shape),
}));

function sumOfBlocks(x: Tensor): Tensor {
  const [batch, height, width, c] = x.shape as [number, number, number, number];
  const [rows, columns] = [Math.floor(height / 2), Math.floor(width / 2)];
  const even = slice(x, [0, 0, 0, 0], [batch, 2 * rows, 2 * columns, c]);
  const sums = sum(reshape(even, [batch * rows, 2, columns, 2 * c]), 1);
  return reshape(sum(reshape(sums, [batch * rows * columns, 2, c]), 1), [batch, rows, columns, c]);
}
