import { LogCurves } from "../../../ui/parts/LogCurves.tsx";

const STEPS = [25, 50, 100, 200, 400];
const falling = (each: number, by: number) =>
  STEPS.map((step) => [step * each, 100 + 100 * (25 / step) ** by] as const);

export const example = {
  name: "LogCurves",
  node: (
    <LogCurves
      label="Cost"
      height="168px"
      box={[
        [2.5, 160],
        [100, 216],
      ]}
      ticks={{ across: [10, 100], up: [100, 150, 200] }}
      across="work"
      looks={[
        { name: "one", tone: "made", dashed: false },
        { name: "other", tone: "real", dashed: true },
      ]}
      ends="pace"
      level={{ at: 206, name: "at first" }}
      curves={[
        { name: "2", points: falling(0.1, 0.5), tone: "made", dashed: false, strong: true },
        { name: "2", points: falling(0.4, 0.8), tone: "real", dashed: true, strong: false },
      ]}
      gap={{ at: 40, ends: [125, 133], says: "8 fewer" }}
    />
  ),
};
