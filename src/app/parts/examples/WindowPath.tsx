import { Pixels } from "../../../ui/parts/Pixels.tsx";
import type { Place } from "../../../ui/parts/stage-box.ts";
import { WindowPath } from "../../../ui/parts/WindowPath.tsx";
import { digits } from "../made-pictures.ts";

const PLACES: readonly Place[] = [
  [8, 7],
  [14, 7],
  [19, 8],
  [16, 14],
  [13, 21],
];

export const example = {
  name: "WindowPath",
  node: (
    <Pixels
      label="The way of a window along a seven"
      values={digits}
      scale="ink"
      width={150}
      over={<WindowPath places={PLACES} tone="made" />}
    />
  ),
};
