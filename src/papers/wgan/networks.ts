/** The generator g_θ and the critic f_w of the toy experiments: ReLU networks with two hidden layers. */
import type { Key } from "../../math/key.ts";
import { heNormal, initMlp, mlp, type Layer } from "../../math/nn.ts";
import type { Tensor } from "../../math/tensor.ts";

/** d_z: as many noise dimensions as data dimensions, so that the generator need not fold a line over the plane. */
export const NOISE_DIMENSIONS = 2;

/** First weights θ of the generator: d_z → hidden → hidden → 2. */
export const initGenerator = (key: Key, hidden: number): readonly Layer[] =>
  initMlp(key, [NOISE_DIMENSIONS, hidden, hidden, 2], heNormal);

/** First weights w of the critic: 2 → hidden → hidden → 1, no sigmoid. */
export const initCritic = (key: Key, hidden: number): readonly Layer[] =>
  initMlp(key, [2, hidden, hidden, 1], heNormal);

/** g_θ(z): [m, d_z] to [m, 2]. */
export const g = (theta: readonly Layer[], z: Tensor): Tensor => mlp(theta, z);

/** f_w(x): [m, 2] to [m, 1]. */
export const f = (w: readonly Layer[], x: Tensor): Tensor => mlp(w, x);
