import type { ReactNode } from "react";
import type { NDArray } from "../../../contract/array.ts";
import { last } from "../../../contract/last.ts";
import type { Points } from "../../../contract/protocol.ts";
import type { Snapshot, Views } from "../../../contract/view.ts";
import {
  formatCount,
  formatCounted,
  formatFixed,
  formatNumber,
} from "../../../ui/format-number.ts";
import { LogCurves } from "../../../ui/parts/LogCurves.tsx";
import { Captioned, PictureRow } from "../../../ui/parts/PictureRow.tsx";
import type { Span } from "../../../ui/parts/stage-box.ts";
import { Tiles } from "../../../ui/parts/Tiles.tsx";
import { WindowFrame } from "../../../ui/parts/WindowFrame.tsx";
import { demo, DRAWINGS } from "./demo.ts";

type Look = Snapshot<typeof demo>;
type Way = "on" | "off";
type Drawing = (typeof DRAWINGS)[number];
type Budget = Look["values"]["budget"];

const WAYS: readonly Way[] = ["on", "off"];
const LOOKS = { on: { tone: "made", dashed: false }, off: { tone: "real", dashed: true } } as const;
const NAMED = { on: "with windows", off: "without" } as const;
/** Nats of the best fixed image, ours: see the note. */
const MEAN_IMAGE = 206;
/** Bounds closer than this, in nats, are level: those of one run, on so few images. */
const LEVEL = 2;
const BILLION = 1e9;
/** Nats that the picture has room for. */
const UP: Span = [103, 221];
/** Of the curves: on a phone the canvases and a control are to be in view with them. */
const HEIGHT = "clamp(10rem, 19vw, 15rem)";

const boundOf = ({ branches }: Look, way: Way, T: Drawing): Points =>
  branches[`${way}${T}`].series.bound;

/** Multiply-adds of a training step, as counted: forwards, for a batch. */
const eachStep = ({ branches, values }: Look, way: Way, T: Drawing): number =>
  values.m * last(branches[`${way}${T}`].series.work);

const drawnIn = ({ values }: Look): Drawing => DRAWINGS.find((T) => String(T) === values.shown)!;

/** A bound after so many steps, between two measures in proportion. */
function boundAt({ steps, values }: Points, step: number): number {
  const after = steps.findIndex((at) => at >= step);
  if (after < 1) return values[Math.max(0, after)]!;
  const share = (step - steps[after - 1]!) / (steps[after]! - steps[after - 1]!);
  return values[after - 1]! + share * (values[after]! - values[after - 1]!);
}

/** Training steps that each of the two has for one budget, as large as both have come, and their bounds then. */
function compared(look: Look, T: Drawing, budget: Budget) {
  // One may have ended early.
  const end = Math.min(...WAYS.map((way) => boundOf(look, way, T).steps.at(-1)!));
  const least = Math.min(eachStep(look, "on", T), eachStep(look, "off", T));
  const one = (way: Way) => {
    const steps = budget === "steps" ? end : (end * least) / eachStep(look, way, T);
    return { steps, nats: boundAt(boundOf(look, way, T), steps) };
  };
  return { on: one("on"), off: one("off"), end, work: end * least };
}

const isMeasured = ({ branches }: Look): boolean =>
  Object.values(branches).every(({ series }) => series.bound.values.length > 1);

/** Who has fewer nats, and by how many. */
function winner(on: number, off: number): string {
  const apart = Math.abs(on - off);
  if (apart < LEVEL) return "level";
  return `${on < off ? "windows win" : "the model without wins"} by ${formatNumber(apart, 2)}`;
}

function Curves({ look }: { readonly look: Look }) {
  const { values, stopAt, step } = look;
  const { budget } = values;
  const ends = [demo.steps.measureEvery, Math.max(stopAt, step)] as const;
  const T = drawnIn(look);
  const along = (way: Way, drawing: Drawing): number =>
    budget === "steps" ? 1 : eachStep(look, way, drawing) / BILLION;
  const all = WAYS.flatMap((way) => DRAWINGS.map((drawing) => along(way, drawing)));
  if (!all.every(Number.isFinite)) return null;
  const gap = isMeasured(look) ? compared(look, T, budget) : undefined;
  return (
    <LogCurves
      label="Nats"
      height={HEIGHT}
      box={[[ends[0] * Math.min(...all), ends[1] * Math.max(...all)], UP]}
      ticks={{
        across: budget === "steps" ? [50, 100, 200, 400, 800] : [0.1, 0.3, 1, 3, 10, 30, 100],
        up: [125, 150, 175, 200],
      }}
      across={budget === "steps" ? "training steps" : "billion multiply-adds"}
      looks={WAYS.map((way) => ({ name: NAMED[way], ...LOOKS[way] }))}
      ends="at the ends: T"
      level={{ at: MEAN_IMAGE, name: "average digit" }}
      curves={WAYS.flatMap((way) =>
        DRAWINGS.map((drawing) => {
          const { steps, values: nats } = boundOf(look, way, drawing);
          const each = along(way, drawing);
          return {
            name: String(drawing),
            points: Array.from(steps, (at, i) => [at * each, nats[i]!] as const).slice(1),
            ...LOOKS[way],
            strong: drawing === T,
          };
        }),
      )}
      gap={
        gap && {
          at: budget === "steps" ? gap.end : gap.work / BILLION,
          ends: [gap.on.nats, gap.off.nats],
          says: winner(gap.on.nats, gap.off.nats),
        }
      }
    />
  );
}

/** Tiles beside one another: of ten steps, and the digit and the first canvas before them, there are two rows. */
const COLUMNS = 8;

/** The window that wrote a canvas; the digit and the first canvas have none. */
const frameOn = (frames: NDArray | undefined) => (i: number) => (
  <WindowFrame windows={frames} row={i - 2} tone="made" />
);

function Copies({ look }: { readonly look: Look }) {
  const T = drawnIn(look);
  return (
    <PictureRow>
      {WAYS.map((way) => {
        const { copied, frames } = look.branches[`${way}${T}`].outputs;
        if (!copied) return null;
        const { end } = compared(look, T, "steps");
        const nats = boundAt(boundOf(look, way, T), end);
        return (
          <Captioned
            key={way}
            name={`${way === "on" ? "With windows, framed" : "Without"}: ${formatNumber(nats)} nats at step ${formatCount(end)}`}
          >
            <Tiles
              label={`Copy ${NAMED[way]}`}
              values={copied}
              columns={COLUMNS}
              scale="ink"
              range={[0, 1]}
              over={frameOn(frames)}
            />
          </Captioned>
        );
      })}
    </PictureRow>
  );
}

/** So many times the work still stands for it. */
const ABOUT = 1.3;

/** What else the work of T steps through windows buys: fewer steps on the whole image. */
function elsewhere(look: Look, T: Drawing): string {
  const ratio = (drawing: Drawing): number =>
    eachStep(look, "off", drawing) / eachStep(look, "on", T);
  const rival = DRAWINGS.findLast((drawing) => drawing < T && ratio(drawing) < ABOUT);
  if (!rival) return "";
  const off = last(boundOf(look, "off", rival));
  return ` T = ${rival} without is ${formatFixed(ratio(rival), 1)} times that work, at ${formatNumber(off)}: ${winner(last(boundOf(look, "on", T)), off)}.`;
}

function finding(look: Look): string {
  if (!isMeasured(look)) return "Eight models learn side by side.";
  const T = drawnIn(look);
  const same = compared(look, T, "steps");
  const fair = compared(look, T, "work");
  const dear: Way = fair.on.steps < fair.off.steps ? "on" : "off";
  const nats = ({ nats: all }: { readonly nats: number }): string => formatNumber(all);
  const loser = dear === "on" ? "with" : "without";
  return `T = ${T}, by equal steps: ${winner(same.on.nats, same.off.nats)}, ${nats(same.on)} nats with and ${nats(same.off)} without after ${formatCounted(same.end, "training step")} each. By equal work: ${winner(fair.on.nats, fair.off.nats)}, ${nats(fair[dear])} after ${formatCount(fair[dear].steps)} steps ${loser}.${elsewhere(look, T)}`;
}

export const views: Views<typeof demo, ReactNode> = {
  views: [
    {
      label: ({ budget }) =>
        `Nats of a held-out image, at equal ${budget === "steps" ? "steps" : "work"}`,
      needs: ["copied"],
      draw: (look) => <Curves look={look} />,
      describe(look) {
        if (!isMeasured(look)) return finding(look);
        const says = DRAWINGS.map((T) => {
          const { on, off } = compared(look, T, look.values.budget);
          return `; T = ${T}: ${formatNumber(on.nats)} with windows, ${formatNumber(off.nats)} without`;
        });
        return `Nats at equal ${look.values.budget}${says.join("")}.`;
      },
    },
    {
      label: ({ shown }) =>
        `One digit, copied in ${formatCounted(Number(shown), "step")}, at equal training steps`,
      needs: ["copied", "frames"],
      draw: (look) => <Copies look={look} />,
      describe: ({ values, step }) =>
        `A digit and its canvases in ${values.shown} steps, with windows, framed, and without, after ${step} training steps.`,
    },
  ],
  finding,
};
