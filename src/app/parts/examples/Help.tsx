import { useId } from "react";
import { Help } from "../../../ui/Help.tsx";

function Explained() {
  const id = useId();
  return (
    <p className="parts-row">
      Temperature
      <Help id={id} about="temperature">
        How much nearer the nearest ones count: small values let the hardest negatives decide.
      </Help>
    </p>
  );
}

export const example = { name: "Help", node: <Explained /> };
