import { CircleLabels, type CircleLabel } from "../../../ui/parts/CircleLabels.tsx";
import { Layer } from "../../../ui/parts/Layer.tsx";
import { Stage } from "../../../ui/parts/Stage.tsx";
import type { Box } from "../../../ui/parts/stage-box.ts";
import { useStage } from "../../../ui/parts/stage-scale.ts";

const BOX: Box = [
  [-2, 2],
  [-1.2, 1.2],
];

/** Two of them too near to each other to be named at their own heights. */
const LABELS = [1.2, 2.6, 2.7].map((angle, i): CircleLabel => ({
  at: [Math.cos(angle), Math.sin(angle)],
  tone: i === 0 ? "made" : "real",
  name: `p${i + 1}`,
  text: (0.3 * i).toFixed(1),
}));

function Circle() {
  const { x, y, width } = useStage();
  return (
    <Layer>
      <circle cx={x(0)} cy={y(0)} r={width(1)} fill="none" stroke="var(--rule-strong)" />
      {LABELS.map(({ at, name }) => (
        <circle key={name} cx={x(at[0])} cy={y(at[1])} r="4" fill="var(--ink)" />
      ))}
    </Layer>
  );
}

export const example = {
  name: "CircleLabels",
  node: (
    <Stage label="Points on a circle" box={BOX} width={280}>
      <Circle />
      <CircleLabels labels={LABELS} within={[-1, 1]} />
    </Stage>
  ),
};
