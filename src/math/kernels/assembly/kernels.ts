/**
 * Everything that the module exports. Arguments are numbers: counts of floats, addresses (in bytes) on the heap
 * shared with the tensor library; outputs never overlap inputs. No static data, so nothing of ours has an address.
 */
export { gemm } from "./gemm";
export {
  add,
  clip,
  div,
  maximum,
  minimum,
  mul,
  neg,
  relu,
  reluGrad,
  sqrt,
  square,
  step,
  sub,
} from "./pointwise";
export { exp, log, sigmoid, softplus, tanh } from "./transcendental";
export { maxOver, softmax, sum } from "./sums";
export { fill, gatherRows, move, scatterRows } from "./move";
export { adam, rmsprop, sgd } from "./optimiser";
export { conv, convFilter, convInput } from "./convolve";
export { maxPool, maxPoolGrad } from "./pool";
export { warp, warpBack } from "./bilinear";
export { standardiseColumns, standardiseColumnsGrad, standardiseRows, standardiseRowsGrad } from "./normalise";
export { batchNormRelu, batchNormReluGrad } from "./batch-norm-relu";
export { lstm, lstmGrad } from "./lstm-cell";
export { normals, uniforms, words } from "./draws";
