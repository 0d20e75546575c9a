import { useState } from "react";
import type { Numbers } from "../../../ui/parts/stage-box.ts";
import { DrawingPad } from "../../../ui/parts/DrawingPad.tsx";
import { digits } from "../made-pictures.ts";

const blank: Numbers = { shape: [1, 28, 28], data: new Float32Array(28 * 28) };
const first: Numbers = { shape: [5, 28, 28], data: digits.data.subarray(0, 5 * 28 * 28) };
const names = Array.from({ length: 5 }, (_, i) => `${Math.round((i * 90) / Math.PI)}°`);

function Digit() {
  const [values, setValues] = useState(blank);
  return (
    <DrawingPad
      label="Digit"
      values={values}
      samples={{ values: first, labels: names }}
      onInput={setValues}
      onCommit={setValues}
    />
  );
}

function Character() {
  const [values, setValues] = useState(blank);
  return (
    <DrawingPad
      label="Character"
      levels={2}
      values={values}
      onInput={setValues}
      onCommit={setValues}
    />
  );
}

export const example = {
  name: "DrawingPad",
  node: (
    <>
      <Digit />
      <Character />
    </>
  ),
};
