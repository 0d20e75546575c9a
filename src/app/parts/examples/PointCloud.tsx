import { PointCloud } from "../../../ui/parts/PointCloud.tsx";
import type { Numbers } from "../../../ui/parts/stage-box.ts";

const KINDS = 4;
const N = 160;
const classes = Uint8Array.from({ length: N }, (_, i) => i % KINDS);
const levels = Uint8Array.from({ length: N }, (_, i) => Math.floor((5 * i) / N));
const names = ["north", "east", "south", "west"];

/** Four ribbons that wind upwards, the same on every visit. */
const points: Numbers = {
  shape: [N, 3],
  data: Float32Array.from({ length: 3 * N }, (_, k) => {
    const [i, axis] = [Math.floor(k / 3), k % 3];
    const turn = (Math.PI / 2) * (i % KINDS) + (2 * i) / N;
    return axis === 2 ? (4 * i) / N - 2 : 1.6 * (axis === 0 ? Math.cos(turn) : Math.sin(turn));
  }),
};
const at: Numbers = { shape: [3], data: Float32Array.of(0.6, 0.4, 0.2) };

const shared = { points, axes: ["x", "y", "z"], reach: 2 } as const;

export const example = {
  name: "PointCloud",
  node: (
    <>
      <PointCloud
        label="Ribbons by direction"
        {...{ ...shared, classes, names }}
        scale="kinds"
        mark={{ label: "here", at, near: [76, 80, 84] }}
        nameOf={(i) => `${names[i % KINDS]}, ${i}`}
      />
      <PointCloud
        label="Ribbons by height"
        {...{ ...shared, classes: levels }}
        names={["−2", "−1", "0", "1", "2"]}
        scale="levels"
        nameOf={(i) => `height ${((4 * i) / N - 2).toFixed(1)}`}
      />
    </>
  ),
};
