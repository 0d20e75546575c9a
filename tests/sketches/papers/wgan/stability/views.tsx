import type { ReactNode } from "react";
import { last } from "../../../../../src/contract/last.ts";
import type { Snapshot, Views } from "../../../../../src/contract/view.ts";
import { Pixels } from "../../../ui/Pixels.tsx";
import { AXES, demo } from "./demo.ts";

/** A number a cell, rows by rate: the distance at the moment. */
const distances = ({ branches }: Snapshot<typeof demo>): Float32Array =>
  Float32Array.from(Object.values(branches), ({ series }) => last(series.em));

export const views: Views<typeof demo, ReactNode> = {
  views: [
    {
      label: "Distance, a square a run",
      needs: [],
      draw(snapshot) {
        const shape = [AXES.alpha.length, AXES.nCritic.length];
        return (
          <Pixels label="Distances" values={{ shape, data: distances(snapshot) }} size={112} />
        );
      },
      describe: ({ branches }) => `${Object.keys(branches).length} runs.`,
    },
  ],
  finding(snapshot) {
    const all = distances(snapshot);
    const best = all.indexOf(Math.min(...all));
    if (best < 0) return "Press Run.";
    return `The best so far has ${Object.keys(snapshot.branches)[best]}: ${all[best]!.toFixed(2)}.`;
  },
};
