import type { ReactNode } from "react";
import { last } from "../../../../../src/contract/last.ts";
import type { Views } from "../../../../../src/contract/view.ts";
import { DrawingPad } from "../../../ui/DrawingPad.tsx";
import { Grip } from "../../../ui/Grip.tsx";
import { Pixels } from "../../../ui/Pixels.tsx";
import { demo, SIDE } from "./demo.ts";

const SIZE = 200;

export const views: Views<typeof demo, ReactNode> = {
  views: [
    {
      label: "Picture and window",
      needs: ["patch", "repaint", "centre"],
      draw: ({ values: { ink, gX, gY, delta, N }, outputs }, hand) => (
        <div style={{ display: "flex", gap: 16, flexWrap: "wrap" }}>
          <div style={{ position: "relative", width: SIZE, height: SIZE }}>
            <DrawingPad
              label="Picture"
              size={SIZE}
              values={ink}
              onInput={(next) => hand.input({ ink: next })}
              onCommit={(next) => hand.commit({ ink: next })}
            />
            <Grip
              label="Window"
              at={[gX, gY]}
              size={delta * (N - 1)}
              side={SIDE}
              onInput={([x, y]) => hand.input({ gX: x, gY: y })}
              onCommit={([x, y]) => hand.commit({ gX: x, gY: y })}
            />
          </div>
          {outputs.patch && (
            <Pixels label="What it sees" values={outputs.patch} most={1} size={112} />
          )}
          {outputs.repaint && (
            <Pixels label="Painted back" values={outputs.repaint} most={1} size={112} />
          )}
        </div>
      ),
      describe: ({ values: { N, gX, gY } }) =>
        `A window of ${N} by ${N} filters around ${gX.toFixed(1)}, ${gY.toFixed(1)}.`,
    },
  ],
  finding: ({ series: { numbers, ink } }) =>
    numbers.values.length === 0
      ? "Move the window."
      : `It sees ${last(numbers)} of ${SIDE ** 2} numbers, and ${Math.round(100 * last(ink))} % of the ink.`,
};
