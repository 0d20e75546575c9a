import { Tiles } from "../../../ui/parts/Tiles.tsx";
import { WindowFrame } from "../../../ui/parts/WindowFrame.tsx";
import { digits } from "../made-pictures.ts";

const n = digits.shape[0]!;
const windows = {
  shape: [n, 4],
  data: Float32Array.from(
    { length: 4 * n },
    (_, at) => [13.5, 12, 27 - 2 * Math.floor(at / 4), 3 - Math.floor(at / 4) / 4][at % 4]!,
  ),
};

export const example = {
  name: "WindowFrame",
  node: (
    <Tiles
      label="Sevens through smaller and smaller windows"
      values={digits}
      columns={6}
      scale="ink"
      width={300}
      over={(i) => <WindowFrame windows={windows} row={i} tone="made" />}
    />
  ),
};
