import type { Numbers } from "../../../ui/parts/stage-box.ts";
import { Sphere } from "../../../ui/parts/Sphere.tsx";
import { digits } from "../made-pictures.ts";

const CLASSES = 5;
const EACH = 40;
const N = CLASSES * EACH;
const classes = Uint8Array.from({ length: N }, (_, i) => i % CLASSES);

/** 0 to 1, evenly and the same on every visit: multiples of the golden ratio. */
const spread = (i: number): number => (i * 0.618034) % 1;

/** Around as many directions as there are classes, evenly over the sphere. */
function clusters(): Numbers {
  const data = new Float32Array(3 * N);
  for (let i = 0; i < N; i++) {
    const k = i % CLASSES;
    const north =
      Math.asin(1 - (2 * k + 1) / CLASSES) + 0.5 * (spread(i) + spread(3 * i + 0.5) - 1);
    const east = 2.4 * k + 0.6 * (spread(7 * i) + spread(11 * i + 0.2) - 1);
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
