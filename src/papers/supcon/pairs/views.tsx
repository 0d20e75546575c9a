import type { ReactNode } from "react";
import type { BranchName, ValuesOf } from "../../../contract/demo.ts";
import { last } from "../../../contract/last.ts";
import type { Snapshot, View, Views } from "../../../contract/view.ts";
import { formatCounted, formatFixed } from "../../../ui/format-number.ts";
import { notYetMeasured } from "../../../ui/not-yet-measured.ts";
import { Sphere } from "../../../ui/parts/Sphere.tsx";
import { demo } from "./demo.ts";

type Pairs = Snapshot<typeof demo>;
type Loss = BranchName<typeof demo>;

const LOSSES: readonly Loss[] = ["out", "in", "self"];

/** The digits of the pair that is drawn, in their order. */
const digitsOf = ({ pair }: ValuesOf<typeof demo>): string[] => [...pair];

const cosine = (value: number): string => formatFixed(value, 3);

function finding(pairs: Pairs): string {
  const { branches } = pairs;
  const rows = LOSSES.map((name) => ({
    name: demo.branches[name].label,
    ...branches[name].series,
  }));
  if (rows[0]!.split.values.length === 0)
    return notYetMeasured(pairs, "Press Run to train all three here.");
  const [out, inner, self] = rows.map(({ split }) => cosine(last(split)));
  const percents = (name: "digitsR" | "digitsZ"): string => {
    const [first, second, third] = rows.map((row) => last(row[name]).toFixed(0));
    return `${first}, ${second} and ${third} %`;
  };
  // Of the last measure, not of the step under way.
  return `After ${formatCounted(rows[0]!.split.steps.at(-1)!, "step")} z keeps the two digits of a pair apart by a cosine of ${out} (outer sum), ${inner} (inner) and ${self} (SimCLR). A linear classifier reads ${percents("digitsR")} of the ten digits from r, ${percents("digitsZ")} from z.`;
}

const view = (name: Loss): View<typeof demo, ReactNode> => ({
  label: demo.branches[name].label,
  needs: ["z", "digits", "images"],
  draw({ branches, values }) {
    const { z, digits, images } = branches[name].outputs;
    if (!z || !digits) return null;
    const names = digitsOf(values);
    return (
      <Sphere
        label={`Embeddings, ${demo.branches[name].label}`}
        points={z}
        classes={digits.data.map((digit) => names.indexOf(String(digit)))}
        names={names}
        pictures={images}
        small
      />
    );
  },
  describe({ branches, values, step }) {
    const { split } = branches[name].series;
    return `Held-out digits on a sphere after ${step} steps, ${digitsOf(values).join(" and ")} marked. Between the digits of a pair, in the mean of all, the gap at step ${split.steps.at(-1)} is ${cosine(last(split))} in cosine.`;
  },
});

export const views: Views<typeof demo, ReactNode> = { views: LOSSES.map(view), finding };
