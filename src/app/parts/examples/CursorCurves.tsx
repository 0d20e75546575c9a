import { CursorCurves } from "../../../ui/parts/CursorCurves.tsx";

const N = 41;
const curves = Float32Array.from({ length: 4 * N }, (_, k) => {
  const theta = Math.abs((2 * (k % N)) / (N - 1) - 1);
  return [theta, theta ** 2, theta ** 3, 2 * theta][Math.floor(k / N)]!;
});
const rows = ["a", "b", "c", "d"].map((name, i) => ({
  name,
  value: [0.5, 0.25, 0.125, 1][i]!,
  text: "0.5",
  slope: "slope +1",
}));

export const example = {
  name: "CursorCurves",
  node: <CursorCurves height="168px" rows={rows} curves={curves} theta={0.5} thin={false} />,
};
