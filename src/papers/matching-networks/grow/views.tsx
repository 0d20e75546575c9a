import type { ReactNode } from "react";
import { last } from "../../../contract/last.ts";
import type { MetricName } from "../../../contract/demo.ts";
import type { Snapshot, Views } from "../../../contract/view.ts";
import { formatCount } from "../../../ui/format-number.ts";
import { notYetMeasured } from "../../../ui/not-yet-measured.ts";
import { CutStrips, type CutStrip } from "../../../ui/parts/CutStrips.tsx";
import { PanelCurves, type PanelCurve } from "../../../ui/parts/PanelCurves.tsx";
import { Named } from "../../../ui/parts/PictureRow.tsx";
import { percent } from "../../../ui/percent.ts";
import { SIZES, START, WAYS, type demo } from "./demo.ts";

type Grow = Snapshot<typeof demo>;
type By = (typeof WAYS)[number];
type Size = (typeof SIZES)[number];
type Metric = MetricName<typeof demo>;

const seenOf = ({ branches }: Grow, by: By, m: Size) => branches[`by=${by}&m=${m}`];
const meanOf = (shown: Grow, by: By, m: Size, metric: Metric): number => {
  const seen = seenOf(shown, by, m);
  return seen ? last(seen.series[metric]) : Number.NaN;
};
const [FIRST, LAST] = [SIZES[0], SIZES.at(-1)!] as const;

/** Effective numbers of supports stand on a logarithmic axis from 1 to 1,000. */
const ofThousand = (number: number): number => Math.log10(number) / 3;
const AXES = {
  share: [0, 0.5, 1].map((at) => ({ at, name: percent(at) })),
  number: [1, 10, 100, 1000].map((tick) => ({ at: ofThousand(tick), name: formatCount(tick) })),
} as const;

type HeightOf = (by: By, m: Size) => number;

const curveOf = (
  tone: PanelCurve["tone"],
  look: PanelCurve["look"],
  height: HeightOf,
): PanelCurve => ({ tone, look, heights: WAYS.map((by) => SIZES.map((m) => height(by, m))) });

const classesOf = (by: By, m: Size): number => (by === "classes" ? m / START : START);

/** What a class can get at most where all others are at right angles to the query. */
const ceilingOf = (s: number, by: By, m: Size): number =>
  1 / (1 + (classesOf(by, m) - 1) * Math.exp(-s));

function curvesOf(shown: Grow): PanelCurve[] {
  const { shows } = shown.values;
  const { s } = shown.computedWith ?? shown.values;
  const mean =
    (metric: Metric): HeightOf =>
    (by, m) =>
      meanOf(shown, by, m, metric);
  const shared =
    (metric: Metric): HeightOf =>
    (by, m) =>
      ofThousand(Math.exp(meanOf(shown, by, m, metric)));
  if (shows === "right")
    return [
      curveOf("ink", "dotted", (by, m) => 1 / classesOf(by, m)),
      curveOf("made", "dashed", mean("parts")),
      curveOf("real", "dashed", mean("contextParts")),
      curveOf("made", "strong", mean("plain")),
      curveOf("real", "strong", mean("context")),
    ];
  if (shows === "sure")
    return [
      curveOf("ink", "dotted", (by, m) => ceilingOf(s, by, m)),
      curveOf("made", "dashed", mean("plain")),
      curveOf("real", "dashed", mean("context")),
      curveOf("made", "strong", mean("plainSure")),
      curveOf("real", "strong", mean("contextSure")),
    ];
  return [
    curveOf("ink", "dotted", (_, m) => ofThousand(m)),
    curveOf("made", "dashed", shared("partsNats")),
    curveOf("real", "dashed", shared("contextPartsNats")),
    curveOf("made", "strong", shared("plainNats")),
    curveOf("real", "strong", shared("contextNats")),
  ];
}

/** What the curves are, and the thin ones among them. */
const HEADS = { right: "Right answers", sure: "Mean P", shared: "Supports that share" } as const;
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
      titles={["5 to 200 classes", "5 to 200 of each class"]}
      across={SIZES.map(formatCount)}
      acrossName="supports"
      up={AXES[shows === "shared" ? "number" : "share"]}
      curves={curvesOf(shown)}
      looks={[
        { look: "dashed", name: dashed },
        { look: "dotted", name: dotted },
      ]}
      looksBelow={shows === "shared" ? 0.25 : 0.7}
    />
  );
}

/** Of each size its attention: on supports of the query's class, on others, and how many have a part in it. */
function attentionOf(shown: Grow) {
  const { along, seen } = shown.values;
  return SIZES.flatMap((m) => {
    const a = seenOf(shown, along, m)?.outputs[seen === "plain" ? "a" : "contextA"];
    if (!a) return [];
    const own = along === "classes" ? START : m / START;
    const [first, rest] = [a.data.slice(0, own), a.data.slice(own)].map((part) =>
      Array.from(part).toSorted((one, other) => other - one),
    );
    const nats = a.data.reduce((sum, share) => sum - (share > 0 ? share * Math.log(share) : 0), 0);
    return [{ m, first: first!, rest: rest!, shared: Math.exp(nats) }];
  });
}

const number = (shared: number): string => (shared < 10 ? shared.toFixed(1) : formatCount(shared));

function Attention({ shown }: { readonly shown: Grow }) {
  const strips = attentionOf(shown).map(({ m, first, rest, shared }): CutStrip => ({
    name: formatCount(m),
    first,
    rest,
    end: number(shared),
  }));
  if (strips.length === 0) return null;
  return (
    <CutStrips
      label="Attention of one query"
      strips={strips}
      tone={shown.values.seen === "context" ? "real" : "made"}
      heads={["on its own class", "on others", "P", "shared by"]}
      picture={seenOf(shown, "classes", FIRST)?.outputs.query}
      pictured="query"
    />
  );
}

const TOLD = { right: percent, sure: (P: number) => P.toFixed(2), shared: number } as const;

function describe(shown: Grow): string {
  const { shows } = shown.values;
  const metrics = {
    right: ["plain", "context"],
    sure: ["plainSure", "contextSure"],
    shared: ["plainNats", "contextNats"],
  } as const;
  const told = (by: By, m: Size) =>
    metrics[shows].map((metric) => {
      const mean = meanOf(shown, by, m, metric);
      return TOLD[shows](shows === "shared" ? Math.exp(mean) : mean);
    });
  const row = (by: By): string =>
    `With more ${by}: ${SIZES.map((m) => `${m} supports ${told(by, m).join(" and ")}`).join(", ")}`;
  return `${HEADS[shows]}, without and with full context. ${WAYS.map(row).join(". ")}.`;
}

function describeAttention(shown: Grow): string {
  const parts = attentionOf(shown).map(({ m, first, shared }) => {
    const P = first.reduce((sum, share) => sum + share, 0);
    return `of ${m} supports, those of its class get ${percent(P)}, and about ${number(shared)} share it all`;
  });
  return `The attention of one query, cut into its parts: ${parts.join("; ")}.`;
}

/** How much may be lost without a word: the error of some hundred queries. */
const LITTLE = 0.03;

function finding(shown: Grow): string {
  if (!(meanOf(shown, "classes", FIRST, "plain") >= 0))
    return notYetMeasured(shown, "Run it: one test episode after another, in ten sizes.");
  const at = (by: By, metric: Metric): readonly [number, number] => [
    meanOf(shown, by, FIRST, metric),
    meanOf(shown, by, LAST, metric),
  ];
  const lost = (by: By): boolean => at(by, "plain")[0] - at(by, "plain")[1] > LITTLE;
  const verdict =
    lost("classes") === lost("shots")
      ? lost("shots")
        ? "Both ways of growing cost."
        : "Neither way of growing costs."
      : lost("classes")
        ? "More classes cost, more examples of the same classes do not."
        : "More examples cost, more classes do not.";
  const end = (by: By, metric: Metric): string => percent(at(by, metric)[1]);
  const told = (by: By): string =>
    `${end(by, "plain")} and ${at(by, "plainSure")[1].toFixed(2)}, with full context ${end(by, "context")}, by averaged passes ${end(by, "parts")}`;
  return `${verdict} With 25 supports ${percent(at("classes", "plain")[0])} of the answers are right, with a mean P of ${at("classes", "plainSure")[0].toFixed(2)}. With 200 classes in place of five it is ${told("classes")}; with 200 examples of each of five classes ${told("shots")}.`;
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
