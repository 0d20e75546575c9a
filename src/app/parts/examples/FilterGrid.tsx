import { FilterGrid } from "../../../ui/parts/FilterGrid.tsx";
import { Pixels } from "../../../ui/parts/Pixels.tsx";
import { Stage } from "../../../ui/parts/Stage.tsx";
import { cellsBox } from "../../../ui/parts/stage-box.ts";
import { digit } from "../made-pictures.ts";

const SIDE = 28;
const WIDTH = 224;
const PICTURE = cellsBox(SIDE, SIDE);
const places = Array.from({ length: 4 }, (_, i) => 6 + 4.5 * i);

export const example = {
  name: "FilterGrid",
  node: (
    <Stage label="Window" box={PICTURE} width={WIDTH}>
      <Pixels values={digit} scale="ink" at={PICTURE} />
      <FilterGrid across={places} down={places} deviation={1.5} scale={WIDTH / SIDE} tone="made" />
    </Stage>
  ),
};
