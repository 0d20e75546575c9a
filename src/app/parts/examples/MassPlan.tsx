import { useState } from "react";
import { MassPlan, type Which } from "../../../ui/parts/MassPlan.tsx";

function Handled() {
  const [masses, setMasses] = useState({
    p: Float32Array.of(0.5, 0, 0, 0, 0.5),
    q: Float32Array.of(0, 0.5, 0.5, 0, 0),
  });
  const set = (which: Which, next: Float32Array): void => setMasses({ ...masses, [which]: next });
  const plan = new Float32Array(25);
  plan.set([0.5], 1);
  plan.set([0.5], 22);
  return <MassPlan height="168px" {...masses} plan={plan} onInput={set} onCommit={set} />;
}

export const example = { name: "MassPlan", node: <Handled /> };
