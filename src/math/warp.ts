/** Images turned, scaled, sheared, moved and mirrored. */
import { sum } from "./broadcast.ts";
import { add, maximum, minimum, mul, neg, relu, step, sub } from "./elementwise.ts";
import { composing, gradientRule, runKernel } from "./kernel.ts";
import { kernelsInUse } from "./kernels/in-use.ts";
import { matMul } from "./linear.ts";
import { concat, reshape, slice, transpose } from "./shape.ts";
import { tensor, type Tensor } from "./tensor.ts";

/**
 * Each image [n, h, w] or [n, h, w, c] seen through an affine map of its own, `affine` [n, 2, 3]: the pixel at (x, y) of the
 * result is read at A (x, y, 1) of the image, between its pixels by bilinear interpolation, with zeros around. Places count in
 * pixels from the middle of the image, x to the right and y down: A = [[1, 0, 2], [0, 1, 0]] moves what is seen two to the left.
 * Gradients by both; where a place is just that of a pixel, that by A looks to the right and below.
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
  affine: () => slopes(dy, x!, affine!),
}));

type Sides = readonly [n: number, h: number, w: number, c: number];

function sidesOf({ shape }: Tensor): Sides {
  const [n, h, w, c = 1] = shape as [number, number, number, number?];
  return [n, h, w, c];
}

/** The same as products with weights of columns and rows: for where our kernel isn't, and for derivatives of gradients. */
function composed(images: Tensor, affine: Tensor): Tensor {
  const [across, down] = distances(affine, sidesOf(images));
  return reshape(weighted(images, nearness(across), nearness(down)), images.shape);
}

/** The gradient by the maps: that of each pixel's place, times where it stands. */
function slopes(dy: Tensor, images: Tensor, affine: Tensor): Tensor {
  const sides = sidesOf(images);
  const [n, h, w, c] = sides;
  const [across, down] = distances(affine, sides);
  const rows = [
    weighted(images, lean(across), nearness(down)),
    weighted(images, nearness(across), lean(down)),
  ].map((slope) => {
    const each = sum(mul(slope, reshape(dy, [n, h * w, c])), -1);
    return matMul(reshape(each, [n, 1, h * w]), grid(sides));
  });
  return concat(rows, 1);
}

/** For each pixel of the result the sum of all pixels, weighted by columns [n, h w, w] and rows [n, h w, h]: [n, h w, c]. */
function weighted(images: Tensor, columns: Tensor, rows: Tensor): Tensor {
  const [n, h, w, c] = sidesOf(images);
  const turned = transpose(reshape(images, [n, h, w, c]), [0, 2, 1, 3]);
  const lines = reshape(matMul(columns, reshape(turned, [n, w, h * c])), [n * h * w, h, c]);
  return reshape(sum(mul(lines, reshape(rows, [n * h * w, h, 1])), 1), [n, h * w, c]);
}

/** The pixels' places as (x, y, 1): [h w, 3]. */
function grid([, h, w]: Sides): Tensor {
  const rows = Array.from({ length: h * w }, (_, i) => [
    (i % w) - (w - 1) / 2,
    Math.floor(i / w) - (h - 1) / 2,
    1,
  ]);
  return tensor(rows.flat(), [h * w, 3]);
}

/** How far each pixel of the result is read from each column, and from each row: [n, h w, w] and [n, h w, h]. */
function distances(affine: Tensor, sides: Sides): readonly [Tensor, Tensor] {
  const [n, h, w] = sides;
  const from = (axis: 0 | 1, size: number): Tensor => {
    const row = reshape(slice(affine, [0, axis, 0], [n, 1, 3]), [n, 3]);
    const read = reshape(matMul(row, grid(sides), { transposeB: true }), [n, h * w, 1]);
    const places = Array.from({ length: size }, (_, i) => i - (size - 1) / 2);
    return sub(read, tensor(places, [1, 1, size]));
  };
  return [from(0, w), from(1, h)];
}

/** max(0, 1 - |d|). Written so that its slope at -1, 0 and 1 is that to the right. */
const nearness = (d: Tensor): Tensor => minimum(relu(sub(1, d)), maximum(add(d, 1), 0));

/** Its slope: 1 from -1 to 0, and -1 from 0 to 1. */
const lean = (d: Tensor): Tensor =>
  sub(mul(step(neg(d)), 2), add(step(sub(-1, d)), step(sub(1, d))));
