import { useState } from "react";
import { Playback } from "../../../ui/parts/Playback.tsx";

function Steps() {
  const [at, setAt] = useState(4);
  return (
    <Playback
      verb="Draw"
      name="step"
      at={at}
      last={10}
      every={400}
      onInput={setAt}
      onCommit={setAt}
    />
  );
}

export const example = { name: "Playback", node: <Steps /> };
