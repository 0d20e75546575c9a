import type { ReactNode } from "react";
import type { Views } from "../../../../../src/contract/view.ts";
import { PointPad } from "../../../ui/PointPad.tsx";
import type { demo } from "./demo.ts";

export const views: Views<typeof demo, ReactNode> = {
  views: [
    {
      label: "The set",
      needs: ["visible"],
      draw: ({ values: { D }, outputs: { visible } }, hand) => (
        <PointPad
          label="Points"
          size={224}
          values={D}
          strength={visible?.shape[0] === D.shape[0] ? visible?.data : undefined}
          onInput={(next) => hand.input({ D: next })}
          onCommit={(next) => hand.commit({ D: next })}
        />
      ),
      describe: ({ values: { D }, step }) => `${Math.max(3, D.shape[0]! - step)} points are left.`,
    },
  ],
  finding: ({ values: { D }, step }) => `${Math.max(3, D.shape[0]! - step)} points are left.`,
};
