import type { ReactNode } from "react";
import type { Views } from "../../../../../src/contract/view.ts";
import { Bars } from "../../../ui/Bars.tsx";
import { DrawingPad } from "../../../ui/DrawingPad.tsx";
import type { demo } from "./demo.ts";

const SIZE = 84;

export const views: Views<typeof demo, ReactNode> = {
  views: [
    {
      label: "Signs",
      needs: ["a", "seen"],
      draw: ({ values: { S, query }, outputs: { a } }, hand) => (
        <div style={{ display: "flex", gap: 12, flexWrap: "wrap" }}>
          {Array.from({ length: S.shape[0]! }, (_, i) => (
            <DrawingPad
              key={i}
              index={i}
              label={`Sign ${i + 1}`}
              size={SIZE}
              values={S}
              onInput={(next) => hand.input({ S: next })}
              onCommit={(next) => hand.commit({ S: next })}
            />
          ))}
          <DrawingPad
            label="Query"
            size={1.25 * SIZE}
            values={query}
            onInput={(next) => hand.input({ query: next })}
            onCommit={(next) => hand.commit({ query: next })}
          />
          {a && <Bars label="Attention" values={a.data} />}
        </div>
      ),
      describe: ({ values: { S } }) => `${S.shape[0]} signs and a query.`,
    },
  ],
  finding: ({ outputs: { a } }) =>
    a ? `The last one is like sign ${a.data.indexOf(Math.max(...a.data)) + 1}.` : "Draw a sign.",
};
