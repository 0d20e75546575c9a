import type { ReactNode } from "react";
import { last } from "../../../contract/last.ts";
import type { Snapshot, Views } from "../../../contract/view.ts";
import { formatCounted, formatFixed } from "../../../ui/format-number.ts";
import { notYetMeasured } from "../../../ui/not-yet-measured.ts";
import { Sphere } from "../../../ui/parts/Sphere.tsx";
import { demo } from "./demo.ts";

type Digits = Snapshot<typeof demo>;

const NAMES = Array.from({ length: 10 }, (_, digit) => String(digit));
const LOSSES = {
  out: "the outer sum",
  in: "the inner sum",
  self: "SimCLR’s loss",
  crossEntropy: "cross-entropy",
};
/** Mean cosine of different digits from which all images are at one place. */
const COLLAPSED = 0.95;
/** Words for the mean cosine of two images of a digit. */
const WITHIN = [
  { above: 0.9, says: "close together" },
  { above: 0.7, says: "roughly together" },
  { above: -1, says: "scattered" },
];
/** Nearer to other digits than this, in cosines, the images of a digit are not by themselves. */
const APART = 0.15;
/** Up to so many points can be equally far from each other on a sphere. */
const MOST_EQUAL = 4;

const cosine = (value: number): string => formatFixed(value, 2);

function finding(digits: Digits): string {
  const { series, values } = digits;
  const { loss, K } = values;
  if (series.within.values.length === 0)
    return notYetMeasured(digits, "Press Run to train it here.");
  const [within, between] = [last(series.within), last(series.between)];
  // Of the last measure, not of the step under way.
  const start = `After ${formatCounted(series.within.steps.at(-1)!, "step")} with ${LOSSES[loss]}`;
  if (between > COLLAPSED)
    return `${start} all images lie at one place (mean cosine of different digits ${cosine(between)}): the loss can’t tell them apart.`;
  const says =
    within - between < APART
      ? "hardly nearer to one another than to others"
      : WITHIN.find(({ above }) => within >= above)!.says;
  const simplex =
    K > MOST_EQUAL ? "" : `; equally far apart they would be at ${cosine(-1 / (K - 1))}`;
  return `${start} held-out images of a digit lie ${says}: mean cosine ${cosine(within)}, and ${cosine(between)} between different digits${simplex}. A linear classifier reads ${last(series.probeR).toFixed(0)} % of them from r, ${last(series.probeZ).toFixed(0)} % from z.`;
}

export const views: Views<typeof demo, ReactNode> = {
  views: [
    {
      label: ({ loss }) =>
        `Held-out digits: ${loss === "crossEntropy" ? "w/‖w‖" : "z"} on the sphere`,
      needs: ["z", "digits", "images"],
      draw: ({ outputs: { z, digits, images } }) =>
        z &&
        digits && (
          <Sphere
            label="Embeddings of digits"
            points={z}
            classes={digits.data}
            names={NAMES.slice(0, 1 + Math.max(...digits.data))}
            pictures={images}
          />
        ),
      describe: ({ outputs: { digits }, step, series }) =>
        digits
          ? `${digits.data.length} held-out images of digits as points on a sphere after ${step} steps. At step ${series.within.steps.at(-1)} two of the same digit have a mean cosine of ${cosine(last(series.within))}, two of different digits ${cosine(last(series.between))}.`
          : "An empty sphere: nothing was computed yet.",
    },
  ],
  finding,
};
