import { useState } from "react";
import { cellsBox, type Box, type Place } from "../../../ui/parts/stage-box.ts";
import { Grip } from "../../../ui/parts/Grip.tsx";
import { PixelRings } from "../../../ui/parts/PixelRings.tsx";
import { Pixels } from "../../../ui/parts/Pixels.tsx";
import { Stage } from "../../../ui/parts/Stage.tsx";
import { digit } from "../made-pictures.ts";

/** Two pictures beside one another, with room between them. */
const [LEFT, RIGHT]: readonly [Box, Box] = [
  cellsBox(28, 28),
  [
    [31.5, 59.5],
    [27.5, -0.5],
  ],
];

function PixelInTwo() {
  const [at, setAt] = useState<Place>([13, 10]);
  return (
    <Stage label="Pixel" box={[[-0.5, 59.5], RIGHT[1]]} width={240} bare>
      <Pixels values={digit} scale="ink" at={LEFT} />
      <Pixels values={digit} scale="diverging" at={RIGHT} />
      <Grip label="Pixel" at={at} step={1} onInput={setAt} onCommit={setAt}>
        <PixelRings places={[at, [at[0] + 32, at[1]]]} />
      </Grip>
    </Stage>
  );
}

export const example = { name: "PixelRings", node: <PixelInTwo /> };
