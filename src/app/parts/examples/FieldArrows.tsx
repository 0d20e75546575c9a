import type { Box, Numbers } from "../../../ui/parts/stage-box.ts";
import { FieldArrows } from "../../../ui/parts/FieldArrows.tsx";
import { Stage } from "../../../ui/parts/Stage.tsx";

const BOX: Box = [
  [-2, 2],
  [-1.5, 1.5],
];
const SIDE = 6;
const at: Numbers = {
  shape: [SIDE * SIDE, 2],
  data: Float32Array.from({ length: 2 * SIDE * SIDE }, (_, k) => {
    const i = k >> 1;
    return k % 2 === 0 ? -1.5 + (i % SIDE) * 0.6 : -1 + Math.floor(i / SIDE) * 0.44;
  }),
};
/** Around the origin, stronger near it. */
const vectors: Numbers = {
  shape: at.shape,
  data: at.data.map((_, k) => {
    const i = k & ~1;
    const [x, y] = [at.data[i]!, at.data[i + 1]!];
    return (k === i ? -y : x) / (0.1 + x ** 2 + y ** 2);
  }),
};

export const example = {
  name: "FieldArrows",
  node: (
    <Stage label="A field" box={BOX} width={320}>
      <FieldArrows label="|∇f|" at={at} vectors={vectors} tone="real" />
    </Stage>
  ),
};
