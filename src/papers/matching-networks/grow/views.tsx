import type { ReactNode } from "react";
import type { Snapshot, Views } from "../../../contract/view.ts";
import { formatCount } from "../../../ui/format-number.ts";
import { notYetMeasured } from "../../../ui/not-yet-measured.ts";
import { CutStrips, type CutStrip } from "../../../ui/parts/CutStrips.tsx";
import { PanelCurves, type PanelCurve } from "../../../ui/parts/PanelCurves.tsx";
import { Named } from "../../../ui/parts/PictureRow.tsx";
import { percent } from "../../../ui/percent.ts";
import {
  cellOf,
  CUT,
  GROWTHS,
  SIZES,
  type demo,
  type Growth,
  type Quantity,
  type Reading,
  type Size,
} from "./demo.ts";

type Grow = Snapshot<typeof demo>;

/** Classes at first and examples of each, and how many of either there are in the end. */
const FIRST = 5;
const MOST = 200;

/** Mean over the episodes so far; NaN before the first. */
function meanOf({ series }: Grow, by: Growth, m: Size, reading: Reading, quantity: Quantity) {
  const { values } = series[cellOf(by, m, reading, quantity)];
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Effective numbers of supports stand on a logarithmic axis from 1 to 1,000. */
const ofThousand = (number: number): number => Math.log10(number) / 3;
const AXES = {
  share: [0, 0.5, 1].map((at) => ({ at, name: percent(at) })),
  number: [1, 10, 100, 1000].map((tick) => ({ at: ofThousand(tick), name: formatCount(tick) })),
} as const;

const classesOf = (by: Growth, m: Size): number => (by === "classes" ? m / FIRST : FIRST);

/** What a class can get at most where all others are at right angles to the query. */
const ceilingOf = (s: number, by: Growth, m: Size): number =>
  1 / (1 + (classesOf(by, m) - 1) * Math.exp(-s));

type HeightOf = (by: Growth, m: Size) => number;

const curveOf = (
  tone: PanelCurve["tone"],
  look: PanelCurve["look"],
  height: HeightOf,
): PanelCurve => ({ tone, look, heights: GROWTHS.map((by) => CUT.map((m) => height(by, m))) });

/** A dotted line, the thin ones and the strong ones, painted in this order. */
function curvesOf(shown: Grow): PanelCurve[] {
  const { shows } = shown.values;
  const { s } = shown.computedWith;
  const of =
    (reading: Reading, quantity: Quantity): HeightOf =>
    (by, m) => {
      const mean = meanOf(shown, by, m, reading, quantity);
      return quantity === "Nats" ? ofThousand(Math.exp(mean)) : mean;
    };
  const strong = QUANTITY[shows];
  const thin = shows === "sure" ? "Right" : strong;
  const [plain, context] = shows === "sure" ? READ : (["Parts", "ContextParts"] as const);
  const dots: Record<typeof shows, HeightOf> = {
    right: (by, m) => 1 / classesOf(by, m),
    sure: (by, m) => ceilingOf(s, by, m),
    shared: (_, m) => ofThousand(m),
  };
  return [
    curveOf("ink", "dotted", dots[shows]),
    curveOf("made", "dashed", of(plain, thin)),
    curveOf("real", "dashed", of(context, thin)),
    curveOf("made", "strong", of("Plain", strong)),
    curveOf("real", "strong", of("Context", strong)),
  ];
}

const READ = ["Plain", "Context"] as const;
const QUANTITY = { right: "Right", sure: "Sure", shared: "Nats" } as const;
const HEADS = { right: "Right answers", sure: "Mean P", shared: "Supports that share" } as const;
/** What dashed and dotted lines are. */
const LOOKS = {
  right: ["passes, averaged", "guessing"],
  sure: ["how often right", "ceiling"],
  shared: ["passes, averaged", "all alike"],
} as const;

function Panels({ shown }: { readonly shown: Grow }) {
  const { shows } = shown.values;
  const [dashed, dotted] = LOOKS[shows];
  return (
    <PanelCurves
      label="Two ways to grow"
      height="13rem"
      titles={[`5 to ${MOST} classes`, `5 to ${MOST} of each class`]}
      across={CUT.map(formatCount)}
      acrossName="supports"
      up={AXES[shows === "shared" ? "number" : "share"]}
      curves={curvesOf(shown)}
      looks={[
        { look: "dashed", name: dashed },
        { look: "dotted", name: dotted },
      ]}
      looksBelow={shows === "shared" ? 0.25 : 0.72}
    />
  );
}

const number = (shared: number): string => (shared < 10 ? shared.toFixed(1) : formatCount(shared));

const falling = (shares: Float32Array): readonly number[] =>
  Array.from(shares).toSorted((one, other) => other - one);

/** The attention of the query shown in each size, once plainly and once in full context. */
function attentionOf({ values: { along }, outputs: { a, contextA } }: Grow) {
  if (!a || !contextA) return [];
  let start = GROWTHS.indexOf(along) * (a.data.length / GROWTHS.length);
  return CUT.map((m) => {
    const own = along === "classes" ? FIRST : m / FIRST;
    const readings = [a, contextA].map(({ data }) => {
      const all = data.subarray(start, start + m);
      const nats = all.reduce((sum, x) => sum - (x > 0 ? x * Math.log(x) : 0), 0);
      const [first, rest] = [falling(all.subarray(0, own)), falling(all.subarray(own))];
      return { first, rest, end: number(Math.exp(nats)) };
    });
    start += m;
    return { m, readings };
  });
}

function Attention({ shown }: { readonly shown: Grow }) {
  const strips = attentionOf(shown).flatMap(({ m, readings }) =>
    readings.map((reading, i): CutStrip => ({
      ...reading,
      name: i === 0 ? formatCount(m) : "",
      tone: i === 0 ? "made" : "real",
    })),
  );
  if (strips.length === 0) return null;
  return (
    <CutStrips
      label="Attention of one query"
      strips={strips}
      together={READ.length}
      heads={["on its own class", "on others", "P", "shared by"]}
      picture={shown.outputs.query}
      pictured="query"
    />
  );
}

function describe(shown: Grow): string {
  const { shows } = shown.values;
  const told = (by: Growth, m: Size): string => {
    const means = READ.map((reading) => meanOf(shown, by, m, reading, QUANTITY[shows]));
    const texts = { right: percent, sure: (P: number) => P.toFixed(2), shared: number };
    return means.map((mean) => texts[shows](shows === "shared" ? Math.exp(mean) : mean)).join(", ");
  };
  const row = (by: Growth): string =>
    `More ${by}: ${SIZES.map((m) => `${formatCount(m)} supports ${told(by, m)}`).join("; ")}`;
  return `${HEADS[shows]}, plain and in full context. ${GROWTHS.map(row).join(". ")}.`;
}

function describeAttention(shown: Grow): string {
  const parts = attentionOf(shown).map(({ m, readings }) => {
    const told = readings.map(({ first, end }) => {
      const P = first.reduce((sum, share) => sum + share, 0);
      return `${percent(P)} for its class, shared by ${end}`;
    });
    return `${formatCount(m)} supports: ${told[0]}; in full context ${told[1]}`;
  });
  return `The attention of one query, cut into its parts. ${parts.join(". ")}.`;
}

/** How much may be lost without a word: about the error of some hundred queries. */
const LITTLE = 0.03;

/** A tenth of a percent is about the error; a whole would make 100 of 99.5. */
const tenth = (share: number): string => `${(100 * share).toFixed(1)} %`;

function finding(shown: Grow): string {
  const right = (by: Growth, m: Size, reading: Reading = "Plain"): number =>
    meanOf(shown, by, m, reading, "Right");
  if (!(right("classes", 25) >= 0))
    return notYetMeasured(shown, "Run it: one test episode after another, in all sizes.");
  const lost = (by: Growth): boolean => right(by, 25) - right(by, 1000) > LITTLE;
  const verdict = lost("classes")
    ? lost("shots")
      ? "Both ways of growing cost."
      : "More classes cost, more examples of the same do not."
    : lost("shots")
      ? "More examples cost, more classes do not."
      : "Neither way of growing costs.";
  const sure = (by: Growth, m: Size): string => meanOf(shown, by, m, "Plain", "Sure").toFixed(2);
  const end = (by: Growth): string =>
    `${tenth(right(by, 1000))} and ${sure(by, 1000)} (in full context ${tenth(right(by, 1000, "Context"))}, by averaged passes ${tenth(right(by, 1000, "Parts"))})`;
  return `${verdict} With 25 supports ${tenth(right("classes", 25))} of the answers are right, at a mean P of ${sure("classes", 25)}. With five of each of ${MOST} classes it is ${end("classes")}; with ${MOST} of each of five classes ${end("shots")}.`;
}

export const views: Views<typeof demo, ReactNode> = {
  views: [
    {
      label: ({ shows }) => (
        <>
          {HEADS[shows]}: <Named tone="made">plain</Named>, <Named tone="real">full context</Named>
        </>
      ),
      needs: [],
      draw: (shown) => <Panels shown={shown} />,
      describe,
    },
    {
      label: "How one query divides its attention",
      needs: ["query", "a", "contextA"],
      draw: (shown) => <Attention shown={shown} />,
      describe: describeAttention,
    },
  ],
  finding,
};
