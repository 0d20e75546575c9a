import { arrowPath } from "../../../ui/parts/arrow-path.ts";
import { FlowArrows } from "../../../ui/parts/FlowArrows.tsx";
import { Stage } from "../../../ui/parts/Stage.tsx";
import { StageBorder } from "../../../ui/parts/StageLetter.tsx";
import type { Box } from "../../../ui/parts/stage-box.ts";

const boxAt = (left: number): Box => [
  [left, left + 50],
  [60, 10],
];

export const example = {
  name: "FlowArrows",
  node: (
    <Stage
      bare
      label="Two boxes"
      box={[
        [0, 240],
        [70, 0],
      ]}
      width={240}
    >
      <StageBorder of={boxAt(10)} />
      <StageBorder of={boxAt(180)} />
      <FlowArrows
        arrows={[{ path: arrowPath([60, 35], [180, 35]), says: "read", at: [120, 35] }]}
      />
    </Stage>
  ),
};
