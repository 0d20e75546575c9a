import type { ReactNode } from "react";
import type { NDArray } from "../../../contract/array.ts";
import { last } from "../../../contract/last.ts";
import type { Snapshot, Views } from "../../../contract/view.ts";
import { formatCounted } from "../../../ui/format-number.ts";
import { notYetMeasured } from "../../../ui/not-yet-measured.ts";
import { DataUnits } from "../../../ui/parts/DataUnits.tsx";
import { Layer } from "../../../ui/parts/Layer.tsx";
import { MarkedFrame } from "../../../ui/parts/MarkedFrame.tsx";
import { Pixels } from "../../../ui/parts/Pixels.tsx";
import { Stage } from "../../../ui/parts/Stage.tsx";
import type { Box, Place } from "../../../ui/parts/stage-box.ts";
import { useStage } from "../../../ui/parts/stage-scale.ts";
import { staggered, type Staggered } from "../../../ui/parts/staggered.ts";
import { WeightedLinks } from "../../../ui/parts/WeightedLinks.tsx";
import { percent } from "../../../ui/percent.ts";
import { type demo, FIVE, SHEET, TWENTY } from "./demo.ts";

type Episode = Snapshot<typeof demo>;

/** The picture is as wide, in its units, and downwards come T, letters, supports, room for lines, queries and marks. */
const WIDTH = 5;
const PLANE: Box = [
  [0, WIDTH],
  [3.5, -1.5],
];
const T_TOP = -1.45;
const CELL = WIDTH / SHEET.columns;
const LETTERS = -0.3;
const QUERIES = 2.2;
const MARGIN = 0.06;
/** With more classes than these a column has room for a letter alone, and faint lines would hide the others. */
const [ROOMY, FAINT] = [8, 0.1];

const STAGES = ["T", "L", "S", "B"];
const CAPTIONS: Readonly<Record<string, string>> = {
  T: "T: characters that problems are made of",
  L: "L: some of them by lot, with labels dealt anew",
  S: "S: drawings of each, with its label",
  cosine: "New characters: who attends to whom",
  prototypes: "New characters: whose prototype is near",
  layer: "New characters: what the layer says",
};

const letter = (l: number): string => String.fromCharCode(65 + l);
/** `x` is its middle. */
const square = (x: number, top: number, side: number): Box => [
  [x - side / 2, x + side / 2],
  [top + side, top],
];

/** What each query is taken for. */
const answers = ({ data, shape: [, N = 0] }: NDArray): number[] =>
  Array.from({ length: data.length / N }, (_, query) => {
    const row = data.subarray(query * N, (query + 1) * N);
    return row.indexOf(Math.max(...row));
  });

function Problem({ outputs: { T, L, supports, queries, P }, values: { at } }: Episode) {
  const N = L?.data.length ?? 0;
  const classes = Array.from({ length: N }, (_, l) => l);
  const shows = (stage: string): boolean => STAGES.indexOf(at) >= STAGES.indexOf(stage);
  const [above, below] = [staggered(N, WIDTH), staggered(N, WIDTH, QUERIES)];
  const k = Math.round((supports?.shape[0] ?? 0) / N);
  // The k supports of a class share the square of one.
  const across = Math.ceil(Math.sqrt(k));
  const each = above.side / across;
  const anchors: Record<string, Place> = {};
  for (const l of classes) {
    anchors[letter(l)] = [above.middle(l), above.edges[1] + MARGIN];
    anchors[`query ${letter(l)}`] = [below.middle(l), below.edges[0]];
  }
  const links = Array.from(P?.data ?? [], (weight, i) => ({
    from: `query ${letter(Math.floor(i / N))}`,
    to: letter(i % N),
    weight,
  }));
  return (
    <Stage label="An episode of new characters" box={PLANE} bare>
      {T && (
        <Pixels
          values={T}
          scale="ink"
          at={[
            [0, WIDTH],
            [T_TOP + SHEET.rows * CELL, T_TOP],
          ]}
        />
      )}
      {supports &&
        shows("S") &&
        classes.flatMap((l) =>
          Array.from({ length: k }, (_, i) => {
            const [row, column] = [Math.floor(i / across), i % across];
            const x = above.middle(l) + (column - (across - 1) / 2) * each;
            return (
              <Pixels
                key={`${l} ${i}`}
                values={supports}
                index={l * k + i}
                scale="ink"
                at={square(x, above.box(l)[1][1] + row * each, each)}
              />
            );
          }),
        )}
      {queries &&
        shows("B") &&
        classes.map((l) => (
          <Pixels key={l} values={queries} index={l} scale="ink" at={below.box(l)} />
        ))}
      {shows("B") && <Stems {...{ above, below, classes }} />}
      {shows("B") && (
        <WeightedLinks
          label="P"
          anchors={anchors}
          links={N > ROOMY ? links.filter(({ weight }) => weight > FAINT) : links}
          widest={70 / Math.max(N, 5)}
        />
      )}
      {L && shows("L") && <Drawn places={Array.from(L.data)} middle={above.middle} />}
      {P && shows("B") && <Marks taken={answers(P)} at={below.box} />}
    </Stage>
  );
}

/** From pictures in the farther of two rows to where their lines end. */
function Stems(rows: Record<"above" | "below", Staggered> & { readonly classes: number[] }) {
  const stem = ({ middle, box, edges }: Staggered, l: number, end: 0 | 1): string =>
    `M${middle(l)} ${box(l)[1][1 - end]}V${edges[end]}`;
  const path = rows.classes.map((l) => stem(rows.above, l, 1) + stem(rows.below, l, 0)).join("");
  return (
    <Layer>
      <DataUnits>
        <path d={path} strokeOpacity="0.35" />
      </DataUnits>
    </Layer>
  );
}

/** L: rings on the sheet of T, and from each a line to its letter. */
function Drawn({ places, middle }: Pick<Staggered, "middle"> & { places: readonly number[] }) {
  const { x, y } = useStage();
  return (
    <Layer>
      {places.map((place, l) => {
        const to = x(middle(l));
        const from = ((place % SHEET.columns) + 0.5) * CELL;
        const top = T_TOP + Math.floor(place / SHEET.columns) * CELL;
        return (
          <g key={letter(l)}>
            <MarkedFrame at={square(from, top, CELL)} />
            <line
              x1={x(from)}
              y1={y(top + CELL)}
              x2={to}
              y2={y(LETTERS - 0.05)}
              stroke="var(--data-real)"
            />
            <text x={to} y={y(LETTERS + 0.2)} textAnchor="middle" fontWeight="600">
              {letter(l)}
            </text>
          </g>
        );
      })}
    </Layer>
  );
}

/** Around each query whether it was named rightly, and below a tick, or a cross with the wrong name. */
function Marks({ taken, at }: { readonly taken: readonly number[]; at(l: number): Box }) {
  const { x, y } = useStage();
  const N = taken.length;
  return (
    <Layer>
      {taken.map((answer, l) => (
        <g key={letter(l)}>
          <MarkedFrame at={at(l)} wrong={answer !== l} />
          <text
            x={x((at(l)[0][0] + at(l)[0][1]) / 2)}
            y={y(QUERIES + 1)}
            dy="0.8em"
            textAnchor="middle"
            fontWeight={answer === l ? 400 : 600}
          >
            <tspan>{N > ROOMY ? "" : answer === l ? "✓ " : "✗ "}</tspan>
            {letter(answer)}
          </text>
        </g>
      ))}
    </Layer>
  );
}

/** Half the 95 % interval of a share of so many queries. */
function reach(share: number, { N: way, q, episodes }: typeof FIVE | typeof TWENTY): string {
  const n = way * q * episodes;
  return ((196 * Math.sqrt(share * (1 - share))) / Math.sqrt(n)).toFixed(0);
}

function describe({ outputs: { P }, values: { at, N } }: Episode): string {
  if (at === "T") return "A sheet of characters that training has never seen.";
  const drawn = `On a sheet of characters ${N} are ringed and lettered A to ${letter(N - 1)}.`;
  if (at === "L") return drawn;
  if (!P || at === "S") return `${drawn} Drawings of each stand below.`;
  const wrong = answers(P).flatMap((answer, l) =>
    answer === l ? [] : [`${letter(l)} is taken for ${letter(answer)}`],
  );
  return `${drawn} Drawings of each stand below, and another of each by another hand; lines as wide as the probability. ${wrong.length === 0 ? `All ${N} are named rightly.` : `${wrong.join(", ")}; ${N - wrong.length} of ${N} are right.`}`;
}

/** Episodes that the share of right training answers is a mean of. */
const LATELY = 20;

function finding(episode: Episode): string {
  const { series, values } = episode;
  if (series.five.values.length === 0)
    return notYetMeasured(episode, "Run it: the network learns from episodes of other characters.");
  const [five, twenty] = [last(series.five), last(series.twenty)];
  // Of the last measure, not of the episode under way.
  const step = series.five.steps.at(-1)!;
  const seen = step === 0 ? "Before the first episode" : `After ${formatCounted(step, "episode")}`;
  const unseen = `${percent(five)} (± ${reach(five, FIVE)}) of new characters`;
  const lately = series.train.values.slice(-LATELY);
  const trained = percent(lately.reduce((sum, share) => sum + share, 0) / lately.length);
  if (step > 0 && values.compare === "layer")
    return values.labels === "dealt"
      ? `${seen} the layer names ${trained} of the training queries, where guessing gives ${percent(1 / values.N)}: with labels dealt anew, no drawing alone tells its own.`
      : `${seen} the layer names ${trained} of the training queries, whose characters keep their labels, and ${unseen}, where guessing gives 20 %. Compared by cosine with one example, its features name ${percent(last(series.features))}.`;
  const score = `${seen} ${unseen} are told from four others by one example, and ${percent(twenty)} (± ${reach(twenty, TWENTY)}) from nineteen. Guessing gives 20 % and 5 %.`;
  if (step === 0) return score;
  if (values.pool !== "all")
    return `${score} In training, among ${values.pool} characters, it is ${trained}.`;
  if (values.labels === "fixed")
    return `${score} That labels are fixed plays no part: each problem brings its own with its supports.`;
  if (values.s > 1 || values.N !== 5 || values.compare !== "cosine") return score;
  return `${score} The loss stands at ${last(series.loss).toFixed(2)}: with s = ${values.s} and features that are never negative it cannot come below 0.90.`;
}

export const views: Views<typeof demo, ReactNode> = {
  views: [
    {
      label: ({ at, compare }) => CAPTIONS[at] ?? CAPTIONS[compare],
      needs: ["T", "L", "supports", "queries", "P"],
      draw: (shown) => <Problem {...shown} />,
      describe,
    },
  ],
  finding,
};
