import { Suspense, type ReactNode } from "react";
import type { NDArray } from "../../../contract/array.ts";
import { last } from "../../../contract/last.ts";
import type { Hand, Snapshot, Views } from "../../../contract/view.ts";
import { latePart } from "../../../ui/late-part.tsx";
import { LabelledFans, QUERY_AT, type FanBars } from "../../../ui/parts/LabelledFans.tsx";
import { Named } from "../../../ui/parts/PictureRow.tsx";
import type { Place } from "../../../ui/parts/stage-box.ts";
import { percent } from "../../../ui/percent.ts";
import type { Tone } from "../../../ui/tone.ts";
import { LETTERS, MOST, SIDE, supportsOf, type demo } from "./demo.ts";

// It is of use to those alone who draw. Until it is here the whole figure waits, so that nothing moves.
const DrawnSigns = latePart("The pad for drawing", () =>
  import("../../../ui/parts/DrawnSigns.tsx").then((part) => part.DrawnSigns),
);

const PictureHandle = latePart(
  "The handle of the query",
  () => import("../../../ui/parts/PictureHandle.tsx").then((part) => part.PictureHandle),
  () => null,
);

type Signs = Snapshot<typeof demo>;
type DrawHand = Hand<typeof demo>;

const PIXELS = SIDE ** 2;
/** Shares this near to each other differ by rounding alone. */
const TIE = 1e-5;
/** Null where two are alike, as for empty drawings. */
function best(P: ArrayLike<number>): number | null {
  const shares = Array.from(P);
  const [first, second] = shares.toSorted((a, b) => b - a) as [number, number];
  return first - second > TIE ? shares.indexOf(first) : null;
}
/** Outputs belong to these settings, not to another number of signs or examples. */
const sized = (of: NDArray | undefined, n: number): Float32Array | null =>
  of?.shape.at(-1) === n ? of.data : null;

const inked = ({ data }: NDArray): boolean => data.includes(1);
const rowOf = ({ S }: Signs["values"], row: number): Float32Array =>
  S.data.subarray(row * PIXELS, (row + 1) * PIXELS);
/** Signs of which no example is drawn. */
const emptySigns = (values: Signs["values"]): number[] =>
  Array.from({ length: values.N }, (_, l) => l).filter((l) =>
    supportsOf(values).every(({ row }) => row % MOST !== l || !rowOf(values, row).includes(1)),
  );
/** Whether there is anything to tell apart: what is empty is like nothing. */
const comparable = (values: Signs["values"]): boolean =>
  inked(values.query) && values.N - emptySigns(values).length >= 2;

/** The pad, on which one of the drawings that are compared is. */
function Desk({ shown, hand }: { readonly shown: Signs; readonly hand: DrawHand }) {
  const { S, query, k, ...which } = shown.values;
  const handled = [which.turn, which.thick, which.right, which.down].some((by) => by !== 0);
  const supports = supportsOf({ ...which, k }).map(({ row }) => ({
    name: LETTERS[row % MOST]! + (k > 1 ? Math.floor(row / MOST) + 1 : ""),
    row,
  }));
  return (
    <DrawnSigns
      signs={S}
      supports={supports}
      columns={k}
      query={query}
      compared={handled ? shown.outputs.handled : undefined}
      onInput={hand.input}
      onCommit={hand.commit}
    />
  );
}

/** The ways of comparing, in the order of the output P. */
const WAYS: readonly { readonly says: string; readonly tone: Tone }[] = [
  { says: "is", tone: "made" },
  { says: "is", tone: "real" },
  { says: "mean:", tone: "third" },
];

/** P by each way, or null where there is nothing to compare. */
function sharesOf({ outputs, computedWith: values }: Signs): readonly Float32Array[] | null {
  const { N } = values;
  const P = comparable(values) ? sized(outputs.P, N) : null;
  return P && WAYS.map((_, way) => P.subarray(way * N, (way + 1) * N));
}

function Compared({ shown, hand }: { readonly shown: Signs; readonly hand: DrawHand }) {
  // The drawings that the answer on the screen is about: newer ones may wait for theirs.
  const { outputs, computedWith: values } = shown;
  const asked = shown.asked ?? shown.values;
  const supports = supportsOf(values);
  const shares = sharesOf(shown);
  const bars = (way: number): FanBars[] => {
    if (!shares) return [];
    const { says, tone } = WAYS[way]!;
    const answer = best(shares[way]!);
    const named = answer === null ? "" : `${says} ${LETTERS[answer]}`;
    return [{ shares: shares[way]!, tone, answer, says: named }];
  };
  const weights = (of: NDArray | undefined): Float32Array | null =>
    shares && sized(of, supports.length);
  const shift = ([right, down]: Place) => ({ right, down });
  return (
    <LabelledFans
      label="The same drawings, compared in three ways"
      classes={LETTERS.slice(0, values.N)}
      pictures={values.S}
      examples={supports.map(({ row, label }) => ({
        picture: row < values.S.shape[0]! ? row : null,
        label,
        wrong: row % MOST !== label,
      }))}
      query={outputs.handled ?? values.query}
      sides={[
        {
          name: "by raw pixels",
          tone: "made",
          attention: weights(outputs.aPixels),
          bars: bars(0),
        },
        {
          name: "by learned features",
          tone: "real",
          attention: weights(outputs.a),
          bars: [...bars(1), ...bars(2)],
        },
      ]}
    >
      <Suspense>
        <PictureHandle
          label="Shift of the query"
          {...QUERY_AT}
          moved={[asked.right, asked.down]}
          most={SIDE / 2}
          onInput={(moved) => hand.input(shift(moved))}
          onCommit={(moved) => hand.commit(shift(moved))}
        />
      </Suspense>
    </LabelledFans>
  );
}

/** What each way says, those together that agree; none where all signs are alike to it. */
function verdicts({ series, values: { N } }: Signs): string {
  const said = [
    { who: "raw pixels", answer: last(series.pixels), P: last(series.pixelsP) },
    { who: "learned features", answer: last(series.learned), P: last(series.learnedP) },
    { who: "prototypes of them", answer: last(series.prototypes), P: last(series.prototypesP) },
  ];
  const letterOf = ({ answer, P }: (typeof said)[number]): string =>
    P - 1 / N > TIE ? LETTERS[answer - 1]! : "none";
  return [...new Set(said.map(letterOf))]
    .map((letter) => {
      const own = said.filter((each) => letterOf(each) === letter);
      const by = own.map(({ who, P }) => `${who} (${percent(P)})`).join(" and ");
      return `${letter} by ${by}`;
    })
    .join("; ");
}

function finding(shown: Signs): string {
  const { series, outputs, values } = shown;
  if (series.learned.values.length === 0) return "Draw: each stroke is answered.";
  const empty = emptySigns(values);
  if (empty.length === values.N) return "The signs are empty: draw one, then another.";
  if (empty.length > values.N - 2) return "One sign is drawn: draw another, to be told from it.";
  if (!inked(values.query)) return "The query is empty: draw one of the signs again.";
  if (outputs.handled && !inked(outputs.handled))
    return "The query has left the paper: drag it back.";
  const are = empty.length > 1 ? "are" : "is";
  const missing =
    empty.length > 0 ? ` ${empty.map((l) => LETTERS[l]).join(", ")} ${are} empty.` : "";
  const says = `Called ${verdicts(shown)}.${missing}`;
  // Of the same features, where a mean is the example itself.
  const divided = values.k === 1 && last(series.learned) !== last(series.prototypes);
  if (!values.lot)
    return `${says} ${divided ? "Only angle and distance differ." : "No weight changes while you draw: the signs are data."}`;
  const share = (of: typeof series.lotPixels): string => percent(last(of));
  return `${says} Of 100 others right: by pixels ${share(series.lotPixels)}, by features ${share(series.lotLearned)}, by prototypes ${share(series.lotPrototypes)}.`;
}

export const views: Views<typeof demo, ReactNode> = {
  views: [
    {
      label: "Draw: choose a sign or the query",
      needs: [],
      asSet: true,
      draw: (shown, hand) => <Desk shown={shown} hand={hand} />,
      describe: ({ values: { N, k } }) => `${N} signs, of each ${k} drawn, and a query.`,
    },
    {
      label: () => (
        <>
          Lines: a. Bars: P; thin: <Named tone="third">prototypes</Named> (means)
        </>
      ),
      needs: ["handled", "a", "aPixels", "P"],
      draw: (shown, hand) => <Compared shown={shown} hand={hand} />,
      describe(shown) {
        const shares = sharesOf(shown);
        if (!shares) return "There is nothing to compare yet.";
        const [pixels, learned, prototypes] = shares.map((P) =>
          Array.from(P, (share, l) => `${LETTERS[l]} ${percent(share)}`).join(", "),
        );
        return `By learned features: ${learned}. By raw pixels: ${pixels}. By prototypes of the features: ${prototypes}.`;
      },
    },
  ],
  finding,
};
