/** Codes of made-up digits: how spread, what they share, and what lies between two of them. */
import { add, mul } from "../../math/elementwise.ts";
import { concat, slice } from "../../math/shape.ts";
import { tensor, type Tensor } from "../../math/tensor.ts";

interface Spread {
  /** Deviation of every number; 1 is the prior's. */
  readonly heat: number;
  /** Until this step, from 1, the codes of a group are the same. */
  readonly fresh: number;
}

/** Draws z [T, n, Z] of the prior as codes of so many groups: rows k, k + groups, … are one, and have the early codes of row k. */
export function grouped(z: Tensor, groups: number, { heat, fresh }: Spread): Tensor {
  const [T, n, Z] = z.shape as [number, number, number];
  const alike = fresh - 1;
  if (alike === 0) return mul(z, heat);
  const shared = slice(z, [0, 0, 0], [alike, groups, Z]);
  const early = concat(Array<Tensor>(n / groups).fill(shared), 1);
  return mul(concat([early, slice(z, [alike, 0, 0], [T - alike, n, Z])]), heat);
}

/** How much of the first and of the second code there is at a share s of the way: their squares add up to 1 on the circle, the weights themselves on the line. */
const mixtures = {
  circle: (s: number) => [Math.cos((s * Math.PI) / 2), Math.sin((s * Math.PI) / 2)] as const,
  line: (s: number) => [1 - s, s] as const,
};

/** From the first of two draws z [T, 2, Z] to the second in so many places, both ends among them: [T, places, Z]. On the circle each is a draw of the prior again. */
export function between(z: Tensor, places: number, way: keyof typeof mixtures): Tensor {
  const [T, , Z] = z.shape as [number, number, number];
  const weights = Array.from({ length: places }, (_, i) => mixtures[way](i / (places - 1)));
  const part = (k: 0 | 1): Tensor =>
    mul(
      slice(z, [0, k, 0], [T, 1, Z]),
      tensor(
        weights.map((pair) => pair[k]),
        [places, 1],
      ),
    );
  return add(part(0), part(1));
}
