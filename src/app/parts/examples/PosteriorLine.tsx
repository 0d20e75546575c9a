import { useState } from "react";
import { PosteriorLine } from "../../../ui/parts/PosteriorLine.tsx";

function Handled() {
  const [items, setItems] = useState<Float32Array>(Float32Array.of(1, 2));
  return (
    <PosteriorLine
      height="168px"
      across={[-2, 3]}
      items={items}
      stacks={[
        [true, true],
        [true, false],
      ]}
      bells={[
        { name: "exact", mean: 1.143, variance: 0.238, tone: "real" },
        { name: "pooled", mean: 0.923, variance: 0.385, tone: "made", dash: "7 3" },
      ]}
      words={["D = {1, 2, 1}"]}
      onInput={setItems}
      onCommit={setItems}
    />
  );
}

export const example = { name: "PosteriorLine", node: <Handled /> };
