import { Suspense, useMemo, useState, type ReactNode } from "react";
import type { NDArray } from "../../../contract/array.ts";
import { last } from "../../../contract/last.ts";
import type { Hand, Snapshot, Views } from "../../../contract/view.ts";
import { latePart } from "../../../ui/late-part.tsx";
import { Layer } from "../../../ui/parts/Layer.tsx";
import { Pixels } from "../../../ui/parts/Pixels.tsx";
import { Stage } from "../../../ui/parts/Stage.tsx";
import type { Box, Place } from "../../../ui/parts/stage-box.ts";
import { useStage } from "../../../ui/parts/stage-scale.ts";
import { WeightedLinks } from "../../../ui/parts/WeightedLinks.tsx";
import { percent } from "../../../ui/percent.ts";
import type { Tone } from "../../../ui/tone.ts";
import { MOST, SIDE, type demo } from "./demo.ts";

// It is of use to those alone who draw.
const DrawingPad = latePart(
  "The pad for drawing",
  async () => (await import("../../../ui/parts/DrawingPad.tsx")).DrawingPad,
);

type Signs = Snapshot<typeof demo>;

const letter = (l: number): string => String.fromCharCode(65 + l);
/** Null where two are alike, as for empty drawings. */
function best(P: ArrayLike<number>): number | null {
  const shares = Array.from(P);
  const [first, second] = shares.toSorted((a, b) => b - a) as [number, number];
  return first - second > TIE ? shares.indexOf(first) : null;
}
/** Shares this near to each other differ by rounding alone. */
const TIE = 1e-5;
/** Outputs belong to these settings, not to another number of signs. */
const sized = (P: NDArray | undefined, N: number): Float32Array | null =>
  P?.shape[0] === N ? P.data : null;

const inked = ({ data }: NDArray): boolean => data.includes(1);
const emptySigns = ({ S, N }: Signs["values"]): number[] =>
  Array.from({ length: N }, (_, l) => l).filter(
    (l) => !S.data.subarray(l * SIDE ** 2, (l + 1) * SIDE ** 2).includes(1),
  );
/** Whether there is anything to tell apart: what is empty is like nothing. */
const comparable = (values: Signs["values"]): boolean =>
  inked(values.query) && values.N - emptySigns(values).length >= 2;

/** The pad, on which one of the drawings is: the query, or where all are empty the first sign. */
function Desk({ shown, hand }: { readonly shown: Signs; readonly hand: Hand<typeof demo> }) {
  const { S, query, N } = shown.values;
  const blank = !inked(S) && !inked(query);
  const [page, setPage] = useState({ sign: blank ? 0 : null, blank });
  if (page.blank !== blank) setPage({ sign: blank ? 0 : page.sign, blank });
  const index = page.sign === null || page.sign >= N ? N : page.sign;
  const all = useMemo(() => {
    const signs = S.data.subarray(0, N * SIDE ** 2);
    return { shape: [N + 1, SIDE, SIDE], data: Float32Array.from([...signs, ...query.data]) };
  }, [S, query, N]);
  /** What belongs to the setting that the drawing on the pad is of. */
  const setting = ({ data }: NDArray): Partial<Signs["values"]> => {
    if (index === N) return { query: { shape: query.shape, data: data.slice(N * SIDE ** 2) } };
    const signs = S.data.slice();
    signs.set(data.subarray(0, N * SIDE ** 2));
    return { S: { shape: S.shape, data: signs } };
  };
  return (
    <Suspense fallback={<Pixels values={all} index={index} scale="ink" width={150} />}>
      <DrawingPad
        label={index === N ? "Query" : `Sign ${letter(index)}`}
        levels={2}
        index={index}
        values={all}
        pages={{
          names: [...Array.from({ length: N }, (_, l) => letter(l)), "query"],
          onChoose: (i) => setPage({ sign: i === N ? null : i, blank }),
        }}
        onInput={(next) => hand.input(setting(next))}
        onCommit={(next) => hand.commit(setting(next))}
      />
    </Suspense>
  );
}

/** In CSS px where there is room: a query to the left and to the right, the signs between. */
const PLANE: Box = [
  [0, 340],
  [196, 0],
];
// A narrow plane has the same letters: room for the names of both sides above the first row.
const TOP = 20;
const ROW = 35.2;
const MIDDLE = 170;
const HALF = 16;
/** Where bars begin and where they would end at 1, from the middle. */
const [BAR, FULL] = [22, 84];
/** Middle of a query, from the middle; half of it; and between it and its lines. */
const [QUERY, QUERY_HALF, APART] = [144, 23, 3];

interface Side {
  readonly name: string;
  readonly P: Float32Array | null;
  /** −1 to the left, 1 to the right. */
  readonly to: -1 | 1;
  readonly tone: Tone;
}

interface FanProps extends Side {
  readonly query: NDArray;
  readonly N: number;
  readonly height: number;
}

const rowAt = (l: number, N: number): number => TOP + ROW * (l + 0.5 + (MOST - N) / 2);
const around = (x: number, y: number, half: number): Box => [
  [x - half, x + half],
  [y + half, y - half],
];

function Compared({ shown }: { readonly shown: Signs }) {
  // The drawings that the answer on the screen is about: newer ones may wait for theirs.
  const { outputs, computedWith: values } = shown;
  const { S, query, N } = values;
  const drawn = comparable(values);
  const sides: readonly Side[] = [
    { name: "raw pixels", P: drawn ? sized(outputs.aPixels, N) : null, to: -1, tone: "made" },
    { name: "learned", P: drawn ? sized(outputs.a, N) : null, to: 1, tone: "real" },
  ];
  const height = TOP + (ROW * MOST) / 2;
  return (
    <Stage label="The same drawings, compared in two ways" box={PLANE} width={340} bare>
      {Array.from({ length: N }, (_, l) => (
        <Pixels key={l} values={S} index={l} scale="ink" at={around(MIDDLE, rowAt(l, N), HALF)} />
      ))}
      {sides.map((side) => (
        <Fan key={side.name} {...side} query={query} N={N} height={height} />
      ))}
    </Stage>
  );
}

/** Lines from a query to the signs, as wide as its attention; P of each sign as a bar, the largest one full. */
function Fan({ name, P, to, tone, query, N, height }: FanProps) {
  const { x, y, width } = useStage();
  const from: Place = [MIDDLE + to * (QUERY - QUERY_HALF - APART), height];
  const ends = Array.from({ length: N }, (_, l): Place => [MIDDLE + to * FULL, rowAt(l, N)]);
  const middle = MIDDLE + to * QUERY;
  const answer = P && best(P);
  const ink = `var(--data-${tone})`;
  return (
    <>
      <Pixels values={query} scale="ink" at={around(middle, height, QUERY_HALF)} />
      {P && (
        <WeightedLinks
          label={`Attention by ${name}`}
          tone={tone}
          widest={12}
          anchors={{ query: from, ...Object.fromEntries(ends.map((end, l) => [letter(l), end])) }}
          links={Array.from(P, (weight, l) => ({ from: "query", to: letter(l), weight }))}
        />
      )}
      <Layer>
        {P &&
          Array.from(P, (share, l) => {
            const long = share * (FULL - BAR);
            const left = to < 0 ? MIDDLE - BAR - long : MIDDLE + BAR;
            return (
              <g key={letter(l)}>
                <rect
                  x={x(to < 0 ? MIDDLE - FULL : MIDDLE + BAR)}
                  y={y(rowAt(l, N) + 3)}
                  width={width(FULL - BAR)}
                  height="8"
                  fill="var(--paper)"
                  stroke="var(--rule)"
                />
                <rect
                  x={x(left)}
                  y={y(rowAt(l, N) + 3)}
                  width={width(long)}
                  height="8"
                  fill={ink}
                  fillOpacity={l === answer ? 1 : 0.45}
                />
                <text
                  x={x(MIDDLE + to * (BAR + 2))}
                  y={y(rowAt(l, N) - 1)}
                  textAnchor={to < 0 ? "end" : "start"}
                  fontWeight={l === answer ? 700 : 400}
                >
                  {letter(l)} {percent(share)}
                </text>
              </g>
            );
          })}
        <text x={x(middle)} y={y(height - QUERY_HALF - 8)} textAnchor="middle">
          <tspan fill="var(--ink-soft)">query</tspan>
        </text>
        <text x={x(middle)} y={y(height + QUERY_HALF + 16)} textAnchor="middle">
          <tspan fill={ink} fontWeight="600">
            {answer === null ? "" : `is ${letter(answer)}`}
          </tspan>
        </text>
        <text x={x(to < 0 ? 0 : 340)} y="10" textAnchor={to < 0 ? "start" : "end"}>
          <tspan fill={ink} fontWeight="600">
            {`by ${name === "learned" ? "learned features" : name}`}
          </tspan>
        </text>
      </Layer>
    </>
  );
}

function finding({ series, values }: Signs): string {
  if (series.learned.values.length === 0) return "Draw: the answer is computed with each stroke.";
  const { query, N } = values;
  const empty = emptySigns(values);
  if (empty.length === N) return "The signs are empty: draw one, then another.";
  if (empty.length > N - 2) return "One sign is drawn: draw another, to be told from it.";
  if (!inked(query)) return "The query is empty: draw one of the signs again.";
  const [learned, pixels] = [last(series.learned) - 1, last(series.pixels) - 1];
  const [P, ofPixels] = [percent(last(series.learnedP)), percent(last(series.pixelsP))];
  const are = empty.length > 1 ? "are" : "is";
  const missing = empty.length > 0 ? ` ${empty.map(letter).join(", ")} ${are} empty.` : "";
  const says =
    learned === pixels
      ? `Both say ${letter(learned)}: the network with ${P}, raw pixels with ${ofPixels}.`
      : `By learned features the query is ${letter(learned)} (${P}); by raw pixels it would be ${letter(pixels)} (${ofPixels}).`;
  return `${says}${missing} No weight changes while you draw: the signs are data.`;
}

export const views: Views<typeof demo, ReactNode> = {
  views: [
    {
      label: "Draw: choose a sign or the query",
      needs: [],
      draw: (shown, hand) => <Desk shown={shown} hand={hand} />,
      describe: ({ values: { N } }) => `${N} signs, one drawing of each, and a query.`,
    },
    {
      label: "Lines: attention a. Bars: P(y | x̂, S)",
      needs: ["a", "aPixels"],
      draw: (shown) => <Compared shown={shown} />,
      describe({ outputs, computedWith: values }) {
        if (!comparable(values)) return "There is nothing to compare yet.";
        const says = (P: Float32Array | null): string =>
          P ? Array.from(P, (share, l) => `${letter(l)} ${percent(share)}`).join(", ") : "not yet";
        return `The query is compared with each sign. By learned features: ${says(sized(outputs.a, values.N))}. By raw pixels: ${says(sized(outputs.aPixels, values.N))}.`;
      },
    },
  ],
  finding,
};
