/** Aug(·) of arXiv:2004.11362v5, section 3.1, for digits: turned, sized and moved at random. */
import { drawn } from "../../math/drawn.ts";
import type { Key } from "../../math/key.ts";
import { cosTurn, sinTurn } from "../../math/portable-math.ts";
import { uniformArray } from "../../math/random-arrays.ts";
import { concat, reshape } from "../../math/shape.ts";
import type { Tensor } from "../../math/tensor.ts";
import { warp } from "../../math/warp.ts";

/** ours, so that a digit stays the digit that it is: turns, share of its size, pixels. */
const MOST = { turn: 20 / 360, zoom: 0.15, shift: 2.5 };

/** n affine maps [n, 2, 3], as `warp` takes them. */
function affineMaps(key: Key, n: number, A = new Float32Array(6 * n)): Float32Array {
  const u = uniformArray(key, 4 * n, -1, 1);
  for (let i = 0; i < n; i++) {
    const [a, b, x, y] = u.subarray(4 * i, 4 * i + 4) as unknown as [
      number,
      number,
      number,
      number,
    ];
    // Functions of a turn take it from 0 to 1.
    const turn = a < 0 ? 1 + a * MOST.turn : a * MOST.turn;
    const zoom = 1 + b * MOST.zoom;
    const [cos, sin] = [cosTurn(turn) / zoom, sinTurn(turn) / zoom];
    A.set([cos, sin, x * MOST.shift, -sin, cos, y * MOST.shift], 6 * i);
  }
  return A;
}

/** Two views of each image: [N, 28, 28] to [2N, 784], all first views and then all second ones, so that j(i) is i ± N. */
export function twoViews(key: Key, images: Tensor): Tensor {
  const n = 2 * images.shape[0];
  const A = drawn(key, [n, 2, 3], (from, out) => affineMaps(from, n, out));
  return reshape(warp(concat([images, images]), A), [n, -1]);
}
