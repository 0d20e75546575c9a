import type { Numbers } from "../../../ui/parts/stage-box.ts";
import { Sphere } from "../../../ui/parts/Sphere.tsx";
import { digits } from "../made-pictures.ts";

const CLASSES = 5;
const EACH = 40;
const N = CLASSES * EACH;
const classes = Uint8Array.from({ length: N }, (_, i) => i % CLASSES);

/** A bell about 0, the same on every visit. */
function noise(i: number): number {
  const spread = (k: number): number => Math.abs(Math.sin(12.9898 * (4 * i + k)) * 43758.5453) % 1;
  return spread(0) + spread(1) + spread(2) + spread(3) - 2;
}

/** Around as many directions as there are classes, evenly over the sphere. */
function clusters(): Numbers {
  const data = new Float32Array(3 * N);
  for (let i = 0; i < N; i++) {
    const k = i % CLASSES;
    const north = Math.asin(1 - (2 * k + 1) / CLASSES) + 0.35 * noise(i);
    const east = 2.4 * k + 0.45 * noise(i + N);
    data.set(
      [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)],
      3 * i,
    );
  }
  return { shape: [N, 3], data };
}

const [, height, width] = digits.shape as [number, number, number];
/** Each class one of the digits. */
const pictures: Numbers = {
  shape: [N, height, width],
  data: Float32Array.from(
    { length: N * height * width },
    (_, k) =>
      digits.data[
        (Math.floor(k / (height * width)) % CLASSES) * height * width + (k % (height * width))
      ]!,
  ),
};

const points = clusters();
const names = Array.from(
  { length: CLASSES },
  (_, k) => `turned ${Math.round((k * 90) / Math.PI)}°`,
);

export const example = {
  name: "Sphere",
  node: <Sphere label="Embeddings" {...{ points, classes, names, pictures }} turns />,
};
