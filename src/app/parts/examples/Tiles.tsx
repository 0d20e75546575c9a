import { useState } from "react";
import { Tiles } from "../../../ui/parts/Tiles.tsx";
import { digits } from "../made-pictures.ts";

const NAMES = Array.from({ length: 12 }, (_, i) => `${Math.round((i / 2) * 57.3)}°`);

function Chosen() {
  const [selected, setSelected] = useState(2);
  return (
    <Tiles
      label="Which seven"
      values={digits}
      columns={5}
      scale="ink"
      width={300}
      labels={NAMES}
      selected={selected}
      onPress={setSelected}
    />
  );
}

export const example = {
  name: "Tiles",
  node: (
    <>
      <Chosen />
      <Tiles label="Twelve sevens" values={digits} columns={12} scale="ink" width={300} />
    </>
  ),
};
