import { useState } from "react";
import { Slider } from "../../../ui/Slider.tsx";

function Rate() {
  const [value, setValue] = useState(0.01);
  return (
    <Slider
      label="Learning rate"
      scale={{ min: 1e-4, max: 1, step: 0, log: true }}
      value={value}
      fallback={0.001}
      valueText={String(value)}
      onInput={setValue}
      onCommit={setValue}
    />
  );
}

export const example = { name: "Slider", node: <Rate /> };
