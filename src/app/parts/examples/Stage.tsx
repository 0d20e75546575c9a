import type { Box } from "../../../ui/parts/stage-box.ts";
import { DataUnits } from "../../../ui/parts/DataUnits.tsx";
import { Layer } from "../../../ui/parts/Layer.tsx";
import { StageX, StageY } from "../../../ui/parts/StageAxes.tsx";
import { Stage } from "../../../ui/parts/Stage.tsx";
import { useStage } from "../../../ui/parts/stage-scale.ts";

const EQUAL: Box = [
  [-3, 3],
  [-2, 2],
];
const FREE: Box = [
  [0, 10],
  [0, 0.001],
];

/** A line in data units with a name at its end, which is as large on every stage. */
function Curve({ of }: { readonly of: (x: number) => number }) {
  const { box, x, y } = useStage();
  const [[left, right]] = box;
  const path = Array.from({ length: 101 }, (_, i) => {
    const at = left + ((right - left) * i) / 100;
    return `${i === 0 ? "M" : "L"}${at} ${of(at)}`;
  });
  return (
    <Layer className="lp-tone-real">
      <DataUnits>
        <path d={path.join("")} strokeWidth="1.5" />
      </DataUnits>
      <text x={x(right)} y={y(of(right))} dx="-6" dy="-8" textAnchor="end">
        f
      </text>
    </Layer>
  );
}

export const example = {
  name: "Stage",
  node: (
    <>
      <Stage
        label="Units equally long"
        box={EQUAL}
        width={300}
        axes={
          <>
            <StageX span={EQUAL[0]} label="x₁" />
            <StageY span={EQUAL[1]} label="x₂" />
          </>
        }
      >
        <Curve of={Math.sin} />
      </Stage>
      <Stage
        label="Units of their own"
        box={FREE}
        height="8rem"
        axes={
          <>
            <StageX span={FREE[0]} label="x" />
            <StageY span={FREE[1]} label="p" />
          </>
        }
      >
        <Curve of={(x) => 0.001 * Math.exp(-((x - 5) ** 2) / 4)} />
      </Stage>
    </>
  ),
};
