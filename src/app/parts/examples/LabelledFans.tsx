import { useState } from "react";
import { LabelledFans, QUERY_AT } from "../../../ui/parts/LabelledFans.tsx";
import { PictureHandle } from "../../../ui/parts/PictureHandle.tsx";
import type { Place } from "../../../ui/parts/stage-box.ts";
import { digit } from "../made-pictures.ts";

const ATTENTION = [0.5, 0.1, 0.3, 0.1];

function TwoClasses() {
  const [moved, setMoved] = useState<Place>([0, 0]);
  return (
    <LabelledFans
      label="Two classes of two examples each, one of them under a wrong label"
      classes={["A", "B"]}
      pictures={digit}
      examples={[0, 0, 0, 1].map((label, i) => ({ picture: 0, label, wrong: i === 2 }))}
      query={digit}
      sides={[
        {
          name: "one way",
          tone: "made",
          attention: ATTENTION,
          bars: [{ shares: [0.9, 0.1], tone: "made", answer: 0, says: "is A" }],
        },
        {
          name: "two others",
          tone: "real",
          attention: ATTENTION,
          bars: [
            { shares: [0.9, 0.1], tone: "real", answer: 0, says: "is A" },
            { shares: [0.2, 0.8], tone: "third", answer: 1, says: "mean: B" },
          ],
        },
      ]}
    >
      <PictureHandle
        label="Shift of the query"
        {...QUERY_AT}
        moved={moved}
        most={14}
        onInput={setMoved}
        onCommit={setMoved}
      />
    </LabelledFans>
  );
}

export const example = { name: "LabelledFans", node: <TwoClasses /> };
