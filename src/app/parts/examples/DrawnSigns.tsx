import { useState } from "react";
import { DrawnSigns } from "../../../ui/parts/DrawnSigns.tsx";
import type { Numbers } from "../../../ui/parts/stage-box.ts";
import { digits } from "../made-pictures.ts";

const PIXELS = 28 * 28;
const ink = (rows: Float32Array): Float32Array => rows.map((value) => Math.round(value));
const two: Numbers = {
  shape: [2, 28, 28],
  data: ink(Float32Array.from(digits.data.slice(0, 2 * PIXELS))),
};
const third: Numbers = {
  shape: [1, 28, 28],
  data: ink(Float32Array.from(digits.data.slice(2 * PIXELS, 3 * PIXELS))),
};

function TwoSigns() {
  const [drawn, setDrawn] = useState({ S: two, query: third });
  const change = (next: Partial<typeof drawn>): void => setDrawn({ ...drawn, ...next });
  return (
    <DrawnSigns
      signs={drawn.S}
      supports={["A", "B"].map((name, row) => ({ name, row }))}
      columns={1}
      query={drawn.query}
      onInput={change}
      onCommit={change}
    />
  );
}

export const example = { name: "DrawnSigns", node: <TwoSigns /> };
