/** Images as a network sees them: for measuring, and for the picture. */
import { concat, reshape } from "../../math/shape.ts";
import { tensor, type Numbers, type Tensor } from "../../math/tensor.ts";
import { asTensor, type Rows } from "./digits.ts";
import { embed, represent, type Networks } from "./encoder.ts";

/** r [n, D_E] and z [n, D_P] of sets of images, one below the other. */
export function embedded(networks: Networks, ...sets: readonly Rows[]): Record<"r" | "z", Tensor> {
  const r = represent(networks, concat(sets.map(asTensor)));
  return { r, z: embed(networks, r) };
}

/** The rows of x [n, D] from `start` on. */
export function rowsFrom({ shape, data }: Numbers, start: number): Numbers {
  const [n, D] = shape as [number, number];
  return { shape: [n - start, D], data: Array.from(data).slice(start * D) };
}

/** What is drawn of images: z, their digits, and they themselves. */
export const drawnOf = (networks: Networks, images: Rows) => ({
  z: () => embedded(networks, images).z,
  digits: () => tensor(images.digits, [images.digits.length]),
  images: () => reshape(asTensor(images), [-1, 28, 28]),
});
