import type { ReactNode } from "react";
import { last } from "../../../../../src/contract/last.ts";
import type { Views } from "../../../../../src/contract/view.ts";
import { Cloud } from "../../../ui/Cloud.tsx";
import { Pixels } from "../../../ui/Pixels.tsx";
import { demo } from "./demo.ts";

export const views: Views<typeof demo, ReactNode> = {
  views: (["out", "in"] as const).map((name) => ({
    label: demo.branches[name].label,
    needs: ["z", "labels", "one"],
    draw({ branches }) {
      const { z, labels, one } = branches[name].outputs;
      return (
        <>
          {z && labels && (
            <Cloud label={`z, ${name}`} points={z} classes={labels.data} size={224} />
          )}
          {one && <Pixels label="The picture picked" values={one} size={56} />}
        </>
      );
    },
    describe: ({ step }) => `Pictures on the sphere after ${step} step${step === 1 ? "" : "s"}.`,
  })),
  finding({ branches }) {
    const [out, within] = [branches.out, branches.in].map(({ series }) => last(series.probe));
    return `Probe: ${out?.toFixed(0)} % with L_out, ${within?.toFixed(0)} % with L_in.`;
  },
};
