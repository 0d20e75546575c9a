import { Histogram } from "../../../ui/parts/Histogram.tsx";
import { StageX } from "../../../ui/parts/StageAxes.tsx";
import { Stage } from "../../../ui/parts/Stage.tsx";
import type { Box } from "../../../ui/parts/stage-box.ts";

/** Between -3 and 3, more of them near 0. */
const values = Float32Array.from({ length: 200 }, (_, i) => 3 * ((i - 99.5) / 100) ** 3);
const others = values.map((x) => x * 0.7 + 0.6);
const BINS = 24;
const BOX: Box = [
  [-3, 3],
  [0, 1.4],
];

export const example = {
  name: "Histogram",
  node: (
    <Stage label="Two sets" box={BOX} height="8rem" axes={<StageX span={BOX[0]} label="number" />}>
      <Histogram label="First" values={values} bins={BINS} tone="real" mark="columns" />
      <Histogram label="Second" values={others} bins={BINS} tone="made" mark="outline" />
    </Stage>
  ),
};
