import { useState } from "react";
import { ShiftedLines } from "../../../ui/parts/ShiftedLines.tsx";

function Handled() {
  const [theta, setTheta] = useState(0.6);
  return (
    <ShiftedLines
      height="168px"
      farthest={1}
      theta={theta}
      sigma={0.1}
      onInput={setTheta}
      onCommit={setTheta}
    />
  );
}

export const example = { name: "ShiftedLines", node: <Handled /> };
