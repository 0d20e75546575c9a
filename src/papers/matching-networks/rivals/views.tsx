import type { ReactNode } from "react";
import type { Snapshot, Views } from "../../../contract/view.ts";
import { formatFixed } from "../../../ui/format-number.ts";
import { notYetMeasured } from "../../../ui/not-yet-measured.ts";
import { IntervalRows } from "../../../ui/parts/IntervalRows.tsx";
import { Layer } from "../../../ui/parts/Layer.tsx";
import { Pixels } from "../../../ui/parts/Pixels.tsx";
import { Stage } from "../../../ui/parts/Stage.tsx";
import type { Box } from "../../../ui/parts/stage-box.ts";
import { useStage } from "../../../ui/parts/stage-scale.ts";
import { NAMES, RIVALS, SHOTS, type demo, type Rival, type Shot } from "./demo.ts";

type Shown = Snapshot<typeof demo>;

const CLASSES = 5;
const MOST = Math.max(...SHOTS);
const letter = (l: number): string => String.fromCharCode(65 + l);
const shotOf = ({ values }: Shown): Shot => Number(values.shot) as Shot;

/** Fewer rounds say too little of how far their numbers scatter. */
const FEW = 10;

interface Estimate {
  readonly mean: number;
  /** Half of the 95 % interval; NaN where one round says nothing of it. */
  readonly half: number;
}

/** From the numbers of the rounds, which are independent. */
function estimateOf(values: readonly number[]): Estimate {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, half: 1.96 * Math.sqrt(squares / (n - 1) / n) };
}

const rightOf = ({ series }: Shown, rival: Rival, k: Shot): Estimate =>
  estimateOf(Array.from(series[`${rival}${k}`].values));

/** How much more often it is right than the matching rule, round by round: the episodes are the same. */
function aheadOf({ series }: Shown, rival: Rival, k: Shot): Estimate {
  const paper = series[`matching${k}`].values;
  return estimateOf(Array.from(series[`${rival}${k}`].values, (right, i) => right - paper[i]!));
}

/** The axis is stretched towards 100 %: each halving of the errors has the same length. It begins at guessing. */
const [GUESSED, BEST] = [1 / CLASSES, 0.99];
const halvings = (right: number): number => -Math.log2(1 - Math.min(right, BEST));
const placeOf = (right: number): number =>
  (halvings(right) - halvings(GUESSED)) / (halvings(BEST) - halvings(GUESSED));
const TICKS = [0.2, 0.6, 0.8, 0.9, 0.95, 0.98, 0.99].map((right) => ({
  at: placeOf(right),
  name: String(Math.round(100 * right)),
}));

function Chart({ shown }: { readonly shown: Shown }) {
  const asked = askedIn(shown);
  const now = shotOf(shown);
  const rows = RIVALS.map((rival) => {
    const said = asked?.said(rival, now);
    return {
      name: NAMES[rival],
      tone: rival === "matching" ? "made" : rival === "pixels" ? "third" : "real",
      standard: rival === "matching",
      marks: SHOTS.map((k) => {
        const { mean, half } = rightOf(shown, rival, k);
        return {
          name: String(k),
          at: placeOf(mean),
          interval: [placeOf(mean - half), placeOf(mean + half)],
        } as const;
      }),
      end: said === undefined ? "" : `${letter(said)} ${said === asked!.own ? "✓" : "✗"}`,
      endStrong: said === asked?.own,
    } as const;
  });
  return (
    <IntervalRows
      label="How often each rule is right"
      height="15rem"
      rows={rows}
      shown={SHOTS.indexOf(now)}
      ticks={TICKS}
      heads={["% right; numbers: examples", "say"]}
      unnamed="% right; larger: more examples"
    />
  );
}

/** Of the queries of the episode shown the one that divides the rules most, over all numbers of shots; the first of such. */
function askedIn({ outputs: { answers } }: Shown) {
  if (!answers) return null;
  const [rules, shots, count] = answers.shape as [number, number, number];
  const ownOf = (query: number): number => Math.floor((query * CLASSES) / count);
  const rightTo = (query: number): number => {
    let right = 0;
    for (let i = 0; i < rules * shots; i++)
      if (answers.data[i * count + query] === ownOf(query)) right += 1;
    return right;
  };
  const apart = Array.from({ length: count }, (_, query) =>
    Math.abs(rightTo(query) - (rules * shots) / 2),
  );
  const query = apart.indexOf(Math.min(...apart));
  return {
    query,
    own: ownOf(query),
    said: (rival: Rival, k: Shot): number =>
      answers.data[(RIVALS.indexOf(rival) * shots + SHOTS.indexOf(k)) * count + query]!,
  };
}

/** A column an example; to the left the query, and the letters of the classes. */
const EPISODE: Box = [
  [-3.6, MOST + 0.05],
  [CLASSES + 0.05, -0.75],
];
const QUERY: Box = [
  [-3.6, -1],
  [4, 1.4],
];
const SHEET: Box = [
  [0, MOST],
  [CLASSES, 0],
];

function Episode({ shown }: { readonly shown: Shown }) {
  const { supports, queries } = shown.outputs;
  const asked = askedIn(shown);
  if (!supports || !queries || !asked) return null;
  return (
    <Stage label="An episode" box={EPISODE} bare>
      <Pixels values={queries} index={asked.query} scale="ink" at={QUERY} />
      <Pixels values={supports} scale="ink" at={SHEET} />
      <Frames k={shotOf(shown)} own={asked.own} />
    </Stage>
  );
}

const examples = (k: number): string => (k === 1 ? "one example" : `${k} examples`);

/** What counts is framed, and the rest lies behind a veil. */
function Frames({ k, own }: { readonly k: number; readonly own: number }) {
  const { x, y, width, height } = useStage();
  const tall = { y: y(0), height: height(CLASSES) };
  return (
    <Layer>
      <rect x={x(k)} width={width(MOST - k)} {...tall} fill="var(--paper)" fillOpacity="0.8" />
      <rect x={x(0)} width={width(k)} {...tall} fill="none" stroke="var(--ink)" />
      <text x={x(0)} y={y(-0.25)}>
        {`${examples(k)} of each ${k === 1 ? "counts" : "count"}`}
      </text>
      <text x={x(-2.3)} y={y(1.1)} textAnchor="middle">
        query: {letter(own)}
      </text>
      {Array.from({ length: CLASSES }, (_, l) => (
        <text
          key={l}
          x={x(-0.45)}
          y={y(l + 0.5)}
          dy="0.34em"
          textAnchor="middle"
          fontWeight={l === own ? 700 : 400}
        >
          {letter(l)}
        </text>
      ))}
    </Layer>
  );
}

function describe(shown: Shown): string {
  const row = (rival: Rival): string =>
    `${NAMES[rival]}: ${SHOTS.map((k) => tenth(rightOf(shown, rival, k).mean)).join(", ")}`;
  return `Right answers with ${SHOTS.join(", ")} examples of each class. ${RIVALS.map(row).join("; ")}.`;
}

function describeEpisode(shown: Shown): string {
  const asked = askedIn(shown);
  if (!asked) return "Five new characters, and a query of one of them.";
  const k = shotOf(shown);
  const says = (rival: Rival): string => `${NAMES[rival]} ${letter(asked.said(rival, k))}`;
  return `The query is of ${letter(asked.own)}. With ${examples(k)} of each class the rules say: ${RIVALS.map(says).join(", ")}.`;
}

const tenth = (share: number): string => `${(100 * share).toFixed(1)} %`;
const COMPANY = {
  any: "five characters",
  script: "five characters of one script",
  alike: "five look-alikes",
} as const;
const OTHERS = ["nearest", "prototype", "regression", "svm", "tuned"] as const;

function finding(shown: Shown): string {
  const k = shotOf(shown);
  const [matching, pixels] = [rightOf(shown, "matching", k), rightOf(shown, "pixels", k)];
  if (!(matching.half >= 0))
    return notYetMeasured(shown, "Run it: all rules answer the same queries, round by round.");
  const apart = OTHERS.map((rival) => ({ rival, ...aheadOf(shown, rival, k) }));
  const points = ({ rival, mean, half }: (typeof apart)[number]): string =>
    `${NAMES[rival]} ${formatFixed(100 * mean, 1)} ± ${(100 * half).toFixed(1)}`;
  const named = (which: (one: Estimate) => boolean): string =>
    apart.flatMap((one) => (which(one) ? NAMES[one.rival] : [])).join(" and ") || "nothing";
  const start = `With ${examples(k)} of each of ${COMPANY[shown.computedWith.company]} matching is right ${tenth(matching.mean)} of the time, pixels ${tenth(pixels.mean)}.`;
  if (shown.series[`matching${k}`].values.length < FEW)
    return `${start} These are too few rounds to tell the other rules from it.`;
  const better = named(({ mean, half }) => mean > half);
  const worse = named(({ mean, half }) => mean < -half);
  return `${start} Of those that begin with the same features, as far as these rounds can tell, better than it: ${better}; worse: ${worse}. In points against it: ${apart.map(points).join(", ")}.`;
}

export const views: Views<typeof demo, ReactNode> = {
  views: [
    {
      label: "Seven rules, the same queries",
      needs: ["answers"],
      draw: (shown) => <Chart shown={shown} />,
      describe,
    },
    {
      label: "A query that divides the rules",
      needs: ["supports", "queries", "answers"],
      draw: (shown) => <Episode shown={shown} />,
      describe: describeEpisode,
    },
  ],
  finding,
};
