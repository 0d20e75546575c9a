/** From a picture to the sphere: one hidden layer and a projection to three dimensions, ours, so that z can be drawn. */
import { mul, step, sub } from "../../../../src/math/elementwise.ts";
import type { Key } from "../../../../src/math/key.ts";
import { initMlp, mlp, type Layer } from "../../../../src/math/nn.ts";
import { uniform } from "../../../../src/math/random.ts";
import type { Tensor } from "../../../../src/math/tensor.ts";
import { unit } from "./losses.ts";

export type Encoder = readonly Layer[];

export const initEncoder = (key: Key, pixels: number): Encoder => initMlp(key, [pixels, 48, 3]);

/** Unit rows: x [n, pixels] to [n, 3]. */
export const encode = (net: Encoder, x: Tensor): Tensor => unit(mlp(net, x));

/** Share of pixels that a view of a picture loses. */
const LOST = 0.25;

/** Another view of each picture: pixels are lost at random. */
export const view = (x: Tensor, key: Key): Tensor => mul(x, step(sub(uniform(key, x.shape), LOST)));
