import type { ReactNode } from "react";
import type { NDArray } from "../../../contract/array.ts";
import { last } from "../../../contract/last.ts";
import type { Seen, Snapshot, Views } from "../../../contract/view.ts";
import { formatCounted, formatNumber } from "../../../ui/format-number.ts";
import { notYetMeasured } from "../../../ui/not-yet-measured.ts";
import { Tiles } from "../../../ui/parts/Tiles.tsx";
import { Captioned, PictureRow } from "../../../ui/parts/PictureRow.tsx";
import { WindowFrame } from "../../../ui/parts/WindowFrame.tsx";
import { demo, MADE } from "./demo.ts";

type Training = Snapshot<typeof demo>;
type Branch = "on" | "off";

/** Nats of the best fixed image, ours: see the note. */
const MEAN_IMAGE = 206;
/** Bounds closer than this, in nats, are level: the interval of one is about two wide on so few images. */
const LEVEL = 2;
/** Tiles are not larger than with so many beside one another. */
const LEAST_COLUMNS = 9;

/** Pictures of one row of several. */
function rowOf({ shape, data }: NDArray, row: number): NDArray {
  const [, ...picture] = shape;
  const size = data.length / shape[0]!;
  return { shape: picture, data: data.subarray(row * size, (row + 1) * size) };
}

function Drawings({ outputs: { copied, made, frames } }: Seen<typeof demo>) {
  if (!copied || !made) return null;
  /** The window that wrote step t, from 1, of a row: the copy is row 0. */
  const frame = (row: number, t: number): ReactNode =>
    t > 0 &&
    frames && <WindowFrame windows={frames} row={row * frames.shape[1]! + t - 1} tone="made" />;
  const columns = Math.max(LEAST_COLUMNS, copied.shape[0]!);
  return (
    <PictureRow>
      <Captioned name="A held-out digit, then its copy after each step">
        <Tiles
          label="Copy of a held-out digit"
          values={copied}
          columns={columns}
          scale="ink"
          over={(t) => frame(0, t)}
        />
      </Captioned>
      <Captioned name="Digits made up from random codes">
        {Array.from({ length: MADE }, (_, k) => (
          <Tiles
            key={k}
            label={`Digit ${k + 1} of ${MADE} made up`}
            values={rowOf(made, k)}
            columns={columns}
            scale="ink"
            over={(t) => frame(k + 1, t + 1)}
          />
        ))}
      </Captioned>
    </PictureRow>
  );
}

/** Losses of single batches jump: so many of the last are taken together. */
const TOGETHER = 20;

/** Nats that training reports now. */
function reported({ series: { L } }: Seen<typeof demo>): number {
  const recent = L.values.subarray(-TOGETHER);
  return recent.reduce((sum, nats) => sum + nats, 0) / recent.length;
}

/** What shared noise makes believe, and what the same weights cost. */
function cheated({ on, off }: Training["branches"]): string {
  const says = (branch: Seen<typeof demo>): string =>
    `${formatNumber(reported(branch))} nats and costs ${formatNumber(last(branch.series.bound))}`;
  return `Too good: with shared noise the model with windows reports ${says(on)} on held-out images, once each step has noise of its own; the one without reports ${says(off)}.`;
}

function finding(training: Training): string {
  const { branches, values } = training;
  const [on, off] = [branches.on, branches.off].map(({ series }) => series.bound);
  if (!on || !off || on.values.length === 0 || off.values.length === 0)
    return notYetMeasured(
      training,
      "Press Run: both models are measured on digits that they do not train on.",
    );
  if (values.shared && branches.on.series.L.values.length > 0) return cheated(branches);
  const [windows, whole] = [last(on), last(off)];
  // Of the last measure, not of the step under way.
  const both = `After ${formatCounted(on.steps.at(-1)!, "step")} a held-out image costs ${formatNumber(windows)} nats with windows and ${formatNumber(whole)} without`;
  // With the average of two digits both begin.
  const average = values.canvas === "one" ? MEAN_IMAGE : on.values[0]!;
  if (Math.min(windows, whole) > average - LEVEL)
    return `${both}: no better than the average picture, ${formatNumber(average)} nats.${values.faint ? " With a faint pen it stays there long." : ""}`;
  const apart = Math.abs(windows - whole);
  if (apart < LEVEL) return `${both}: level.`;
  return `${both}: ${formatNumber(apart)} fewer ${windows < whole ? "with" : "without"} them. That is the price of copies: whether made-up digits are better for it, only the pictures say.`;
}

const describe =
  (branch: Branch) =>
  ({ branches, step, values: { T } }: Training): string => {
    const { bound } = branches[branch].series;
    const cost =
      bound.values.length > 0
        ? ` At step ${bound.steps.at(-1)} a held-out image costs ${formatNumber(last(bound))} nats.`
        : "";
    const frames = branch === "on" ? " Frames show the window of each step." : "";
    return `A held-out digit, its copy after each of ${T} steps, and ${MADE} made-up digits, after ${step} training steps.${cost}${frames}`;
  };

export const views: Views<typeof demo, ReactNode> = {
  views: (["on", "off"] as const).map((branch) => ({
    label: branch === "on" ? "With windows, framed" : "Without: everywhere at once",
    needs: ["copied", "made", "frames"],
    draw: ({ branches }: Training) => <Drawings {...branches[branch]} />,
    describe: describe(branch),
  })),
  finding,
};
