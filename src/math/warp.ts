/** Images turned, scaled, sheared, moved and mirrored. */
import { sum } from "./broadcast.ts";
import { add, maximum, mul, neg, relu, sub } from "./elementwise.ts";
import { valueAndGrad } from "./grad.ts";
import { composing, gradientRule, runKernel } from "./kernel.ts";
import { kernelsInUse } from "./kernels/in-use.ts";
import { matMul } from "./linear.ts";
import { reshape, slice, transpose } from "./shape.ts";
import { tensor, type Tensor } from "./tensor.ts";

/**
 * Each image [n, h, w] or [n, h, w, c] seen through an affine map of its own, `affine` [n, 2, 3]: the pixel at (x, y) of the
 * result is read at A (x, y, 1) of the image, between its pixels by bilinear interpolation, with zeros around. Places count in
 * pixels from the middle of the image, x to the right and y down: A = [[1, 0, 2], [0, 1, 0]] moves what is seen two to the left.
 * Gradients by both; where A reads exactly at a pixel, that by A is the one to its lower right.
 */
export function warp(images: Tensor, affine: Tensor): Tensor {
  const [n] = images.shape;
  if (![3, 4].includes(images.rank) || String(affine.shape) !== String([n, 2, 3])) {
    throw new Error(`Images [${images.shape}] can't be warped by maps of shape [${affine.shape}].`);
  }
  return kernelsInUse() && !composing()
    ? runKernel("Warp", { x: images, affine })
    : composed(images, affine);
}
gradientRule("Warp", ["x", "affine"], (dy, [x, affine]) => ({
  x: () => runKernel("WarpBack", { x: dy, affine: affine! }),
  affine: () => valueAndGrad((a: Tensor) => sum(mul(dy, composed(x!, a))))(affine!).grad,
}));

/** The same as products with the weights of rows and of columns: for where our kernel isn't, and for derivatives of gradients. */
function composed(images: Tensor, affine: Tensor): Tensor {
  const [n, h, w, c = 1] = images.shape as [number, number, number, number?];
  const [x, y] = [places(affine, 0, h, w), places(affine, 1, h, w)];
  const columns = matMul(
    near(x, w),
    reshape(transpose(reshape(images, [n, h, w, c]), [0, 2, 1, 3]), [n, w, h * c]),
  );
  const rows = mul(reshape(columns, [n * h * w, h, c]), reshape(near(y, h), [n * h * w, h, 1]));
  return reshape(sum(rows, 1), images.shape);
}

/** Where the pixels of the result are read along an axis, 0 for x and 1 for y, counted from the first: [n, h w, 1]. */
function places(affine: Tensor, axis: 0 | 1, h: number, w: number): Tensor {
  const middle = [(w - 1) / 2, (h - 1) / 2] as const;
  const grid = Array.from({ length: h * w }, (_, i) => [
    (i % w) - middle[0],
    Math.floor(i / w) - middle[1],
    1,
  ]);
  const row = reshape(slice(affine, [0, axis, 0], [affine.shape[0]!, 1, 3]), [-1, 3]);
  const read = matMul(row, tensor(grid.flat(), [h * w, 3]), { transposeB: true });
  return reshape(add(read, middle[axis]), [-1, h * w, 1]);
}

/** max(0, 1 - distance) of places [n, m, 1] from the pixels 0 to size - 1: [n, m, size]. */
function near(at: Tensor, size: number): Tensor {
  const apart = sub(
    at,
    tensor(
      Array.from({ length: size }, (_, i) => i),
      [1, 1, size],
    ),
  );
  return relu(sub(1, maximum(apart, neg(apart))));
}
