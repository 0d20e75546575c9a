import { useState } from "react";
import { PadOver } from "../../../ui/parts/PadOver.tsx";
import { Pixels } from "../../../ui/parts/Pixels.tsx";
import { Stage } from "../../../ui/parts/Stage.tsx";
import type { Numbers } from "../../../ui/parts/stage-box.ts";

const blank: Numbers = { shape: [1, 28, 28], data: new Float32Array(28 * 28) };

function Drawn() {
  const [values, setValues] = useState(blank);
  return (
    <Stage
      label="What was drawn"
      width={480}
      box={[
        [0, 480],
        [228, 0],
      ]}
    >
      <Pixels
        values={values}
        scale="ink"
        at={[
          [200, 276],
          [92, 16],
        ]}
      />
      <PadOver
        label="Digit"
        at={0}
        back="See it"
        values={values}
        onInput={setValues}
        onCommit={setValues}
      />
    </Stage>
  );
}

export const example = { name: "PadOver", node: <Drawn /> };
