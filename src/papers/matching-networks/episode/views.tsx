import type { ReactNode } from "react";
import type { NDArray } from "../../../contract/array.ts";
import { last } from "../../../contract/last.ts";
import type { Snapshot, Views } from "../../../contract/view.ts";
import { formatCounted } from "../../../ui/format-number.ts";
import { notYetMeasured } from "../../../ui/not-yet-measured.ts";
import { Layer } from "../../../ui/parts/Layer.tsx";
import { Pixels } from "../../../ui/parts/Pixels.tsx";
import { Stage } from "../../../ui/parts/Stage.tsx";
import type { Box, Place } from "../../../ui/parts/stage-box.ts";
import { useStage } from "../../../ui/parts/stage-scale.ts";
import { WeightedLinks } from "../../../ui/parts/WeightedLinks.tsx";
import { percent } from "../../../ui/percent.ts";
import { type demo, FIVE, TWENTY } from "./demo.ts";

type Episode = Snapshot<typeof demo>;

const N = 5;
/** A column a class; downwards supports, room for lines, queries, room for marks. */
const PLANE: Box = [
  [0, N],
  [3.5, -0.3],
];
const QUERIES = 2.2;
const MARGIN = 0.12;

const letter = (l: number): string => String.fromCharCode(65 + l);
const square = (column: number, top: number): Box => [
  [column + MARGIN, column + 1 - MARGIN],
  [top + 1 - MARGIN, top + MARGIN],
];
const CLASSES = Array.from({ length: N }, (_, l) => l);
const ANCHORS: Readonly<Record<string, Place>> = Object.fromEntries(
  CLASSES.flatMap((l) => [
    [letter(l), [l + 0.5, 1 - MARGIN]],
    [`query ${letter(l)}`, [l + 0.5, QUERIES + MARGIN]],
  ]),
);

/** What each query is taken for. */
const answers = ({ data }: NDArray): number[] =>
  CLASSES.map((query) => {
    const row = data.subarray(query * N, (query + 1) * N);
    return row.indexOf(Math.max(...row));
  });

function Problem({ outputs: { supports, queries, a } }: Episode) {
  const weights = Array.from(a?.data ?? [], (weight, i) => ({
    from: `query ${letter(Math.floor(i / N))}`,
    to: letter(i % N),
    weight,
  }));
  return (
    <Stage label="An episode of new characters" box={PLANE} bare>
      {supports &&
        CLASSES.map((l) => (
          <Pixels key={l} values={supports} index={l} scale="ink" at={square(l, 0)} />
        ))}
      {queries &&
        CLASSES.map((l) => (
          <Pixels key={l} values={queries} index={l} scale="ink" at={square(l, QUERIES)} />
        ))}
      <WeightedLinks label="Attention" anchors={ANCHORS} links={weights} widest={14} />
      <Marks taken={a ? answers(a) : []} />
    </Stage>
  );
}

/** Letters of the supports, and below each query whether it was named rightly: a tick, or a cross with the wrong name. */
function Marks({ taken }: { readonly taken: readonly number[] }) {
  const { x, y, width, height } = useStage();
  const side = 1 - 2 * MARGIN;
  return (
    <Layer>
      {CLASSES.map((l) => (
        <text key={l} x={x(l + 0.5)} y={y(-0.02)} textAnchor="middle" fontWeight="600">
          {letter(l)}
        </text>
      ))}
      {taken.map((answer, l) => {
        const right = answer === l;
        return (
          <g key={letter(l)}>
            <rect
              x={x(l + MARGIN)}
              y={y(QUERIES + MARGIN)}
              width={width(side)}
              height={height(side)}
              fill="none"
              stroke={right ? "var(--data-real)" : "var(--data-made)"}
              strokeWidth={right ? 1.5 : 2.5}
              strokeDasharray={right ? undefined : "5 3"}
            />
            <text x={x(l + 0.5)} y={y(QUERIES + 1)} dy="0.8em" textAnchor="middle">
              <tspan
                fill={right ? "var(--data-real)" : "var(--data-made)"}
                fontWeight={right ? 400 : 600}
              >
                {right ? `✓ ${letter(l)}` : `✗ ${letter(answer)}`}
              </tspan>
            </text>
          </g>
        );
      })}
    </Layer>
  );
}

/** Half the 95 % interval of a share of so many queries. */
function reach(share: number, { N: way, q, episodes }: typeof FIVE | typeof TWENTY): string {
  const n = way * q * episodes;
  return ((196 * Math.sqrt(share * (1 - share))) / Math.sqrt(n)).toFixed(0);
}

function describe({ outputs: { a } }: Episode): string {
  if (!a) return "Five new characters, and a query of each.";
  const taken = answers(a);
  const wrong = CLASSES.filter((l) => taken[l] !== l);
  const errors = wrong.map((l) => `${letter(l)} is taken for ${letter(taken[l]!)}`);
  return `Above one drawing of each of five new characters, below another of each by another hand; lines as wide as the attention. ${errors.length === 0 ? "All five are named rightly." : `${errors.join(", ")}; ${N - errors.length} of five are right.`}`;
}

function finding(episode: Episode): string {
  const { series, values } = episode;
  if (series.five.values.length === 0)
    return notYetMeasured(episode, "Run it: the network learns from episodes of other characters.");
  const [five, twenty] = [last(series.five), last(series.twenty)];
  // Of the last measure, not of the episode under way.
  const step = series.five.steps.at(-1)!;
  const seen = step === 0 ? "Before the first episode" : `After ${formatCounted(step, "episode")}`;
  const score = `${seen} ${percent(five)} (± ${reach(five, FIVE)}) of new characters are told from four others by one example, and ${percent(twenty)} (± ${reach(twenty, TWENTY)}) from nineteen. Guessing gives 20 % and 5 %.`;
  const { values: losses } = series.loss;
  if (values.s > 1 || values.N !== N || losses.length === 0) return score;
  return `${score} The loss stands at ${last(series.loss).toFixed(2)}: with s = ${values.s} and features that are never negative it cannot come below 0.90.`;
}

export const views: Views<typeof demo, ReactNode> = {
  views: [
    {
      label: "New characters: who attends to whom",
      needs: ["supports", "queries", "a"],
      draw: (shown) => <Problem {...shown} />,
      describe,
    },
  ],
  finding,
};
