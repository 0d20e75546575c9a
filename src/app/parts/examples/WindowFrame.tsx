import { Tiles } from "../../../ui/parts/Tiles.tsx";
import { WindowFrame } from "../../../ui/parts/WindowFrame.tsx";
import { digits } from "../made-pictures.ts";

export const example = {
  name: "WindowFrame",
  node: (
    <Tiles
      label="Sevens through smaller and smaller windows"
      values={digits}
      columns={6}
      scale="ink"
      width={300}
      over={(i) => (
        <WindowFrame at={[13.5, 12]} side={27 - 2 * i} deviation={3 - i / 4} tone="made" />
      )}
    />
  ),
};
