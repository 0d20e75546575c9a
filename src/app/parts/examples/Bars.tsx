import { useState } from "react";
import { Bars } from "../../../ui/parts/Bars.tsx";
import { rescaled } from "../../../ui/parts/rescaled.ts";

function Dragged() {
  const [p, setP] = useState<Float32Array>(() => Float32Array.of(0.1, 0.2, 0.4, 0.2, 0.1));
  const set = (next: Float32Array, i: number): void => setP(rescaled(next, i));
  return (
    <Bars
      label="P"
      labels={["a", "b", "c", "d", "e"]}
      along="columns"
      values={p}
      tone="made"
      step={0.01}
      onInput={set}
      onCommit={set}
    />
  );
}

export const example = {
  name: "Bars",
  node: (
    <>
      <Bars
        label="P(y | x, S)"
        labels={["sign A", "sign B", "sign C"]}
        values={[0.62, 0.3, 0.08]}
      />
      <Dragged />
    </>
  ),
};
