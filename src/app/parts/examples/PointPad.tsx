import { useState } from "react";
import type { Box, Numbers } from "../../../ui/parts/stage-box.ts";
import { StageX, StageY } from "../../../ui/parts/StageAxes.tsx";
import { PointPad } from "../../../ui/parts/PointPad.tsx";

const BOX: Box = [
  [-1, 1],
  [-1, 1],
];

function Pad() {
  const [values, setValues] = useState<Numbers>({
    shape: [5, 2],
    data: Float32Array.of(-0.6, -0.4, 0.1, 0.5, 0.6, -0.1, -0.2, 0.1, 0.4, -0.7),
  });
  return (
    <PointPad
      label="Set of points"
      box={BOX}
      values={values}
      faded={[0, 0, 0.3, 0.8, 1]}
      least={1}
      most={12}
      width={260}
      axes={
        <>
          <StageX span={BOX[0]} label="x₁" />
          <StageY span={BOX[1]} label="x₂" />
        </>
      }
      onInput={setValues}
      onCommit={setValues}
    />
  );
}

export const example = { name: "PointPad", node: <Pad /> };
