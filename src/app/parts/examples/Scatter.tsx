import { Scatter } from "../../../ui/Scatter.tsx";

const SIDE = 25;
const REACH = 3;
/** 0 to 1, evenly and the same on every visit: multiples of the golden ratio. */
const spread = (i: number): number => (i * 0.618034) % 1;

const ring = (n: number, radius: number): Float32Array =>
  Float32Array.from({ length: 2 * n }, (_, k) => {
    const i = k >> 1;
    const angle = (Math.PI / 4) * Math.floor(8 * spread(i));
    const off = 0.5 * (spread(7 * i + k) - 0.5);
    return radius * (k % 2 === 0 ? Math.cos(angle) : Math.sin(angle)) + off;
  });

export const example = {
  name: "Scatter",
  node: (
    <Scatter
      clouds={[
        { label: "real", tone: "real", mark: "dot", xy: ring(120, 2) },
        { label: "generated", tone: "made", mark: "ring", xy: ring(90, 1.5) },
      ]}
      field={{
        label: "critic",
        columns: SIDE,
        rows: SIDE,
        scale: "diverging",
        values: Float32Array.from({ length: SIDE * SIDE }, (_, k) => {
          const x = ((k % SIDE) / (SIDE - 1) - 0.5) * 2 * REACH;
          const y = (Math.floor(k / SIDE) / (SIDE - 1) - 0.5) * 2 * REACH;
          return Math.hypot(x, y) - 1.7;
        }),
      }}
      x={{ label: "x₁", domain: [-REACH, REACH] }}
      y={{ label: "x₂", domain: [-REACH, REACH] }}
    />
  ),
};
