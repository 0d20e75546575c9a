import { Layer } from "../../../ui/parts/Layer.tsx";
import { MarkedFrame } from "../../../ui/parts/MarkedFrame.tsx";
import { Pixels } from "../../../ui/parts/Pixels.tsx";
import { Stage } from "../../../ui/parts/Stage.tsx";
import type { Box } from "../../../ui/parts/stage-box.ts";
import { digits } from "../made-pictures.ts";

const PLACES: readonly Box[] = [0, 1.2].map((left) => [
  [left, left + 1],
  [1, 0],
]);

export const example = {
  name: "MarkedFrame",
  node: (
    <Stage
      label="One right, one wrong"
      box={[
        [-0.1, 2.3],
        [1.1, -0.1],
      ]}
      width={160}
      bare
    >
      {PLACES.map((at, i) => (
        // A picture is its place.
        // oxlint-disable-next-line react/no-array-index-key
        <Pixels key={i} values={digits} index={i} scale="ink" at={at} />
      ))}
      <Layer>
        <MarkedFrame at={PLACES[0]!} />
        <MarkedFrame at={PLACES[1]!} wrong />
      </Layer>
    </Stage>
  ),
};
