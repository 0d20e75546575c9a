import type { ReactNode } from "react";
import { last } from "../../../contract/last.ts";
import type { Hand, Snapshot, Views } from "../../../contract/view.ts";
import { formatNumber } from "../../../ui/format-number.ts";
import { Grip } from "../../../ui/parts/Grip.tsx";
import { labelSides, SIDE_TEXT, sideAwayFrom } from "../../../ui/parts/label-sides.ts";
import { Layer } from "../../../ui/parts/Layer.tsx";
import { isNearlyAll, ShareStrip, shareText, shareWords } from "../../../ui/parts/ShareStrip.tsx";
import { Stage } from "../../../ui/parts/Stage.tsx";
import type { Box, Place } from "../../../ui/parts/stage-box.ts";
import { useStage } from "../../../ui/parts/stage-scale.ts";
import { WeightedLinks } from "../../../ui/parts/WeightedLinks.tsx";
import type { Tone } from "../../../ui/tone.ts";
import { demo } from "./demo.ts";

type Kernel = Snapshot<typeof demo>;
type KernelHand = Hand<typeof demo>;

/** px, at most. */
const WIDTH = 326;
const PLANE: Box = [
  [-6, 6],
  [-2, 5],
];
/** The query's is "real"; A has one of its own. */
const TONES: readonly Tone[] = ["made", "third", "fourth", "third", "fourth"];
const WHAT_COUNTS = {
  cosine: "only the angle counts",
  dot: "angle and length count",
  distance: "only nearness counts",
} as const;

const ink = (tone: Tone): string => `var(--data-${tone})`;
const placeOf = ({ data: xy }: Kernel["values"]["g"], i: number): Place => [
  xy[2 * i]!,
  xy[2 * i + 1]!,
];
const shotOf = ({ values }: Kernel): number => Number(values.k);
const waysOf = (shown: Kernel): number => Math.ceil(shown.values.g.shape[0]! / shotOf(shown));
const classOf = (i: number, k: number): number => Math.floor(i / k);
const letter = (l: number): string => String.fromCharCode(65 + l);
/** "A" where a class has one support, "A1" and "A2" where it has two. */
const nameOf = (i: number, k: number): string => letter(classOf(i, k)) + (k > 1 ? (i % k) + 1 : "");
const atPlace = ([x, y]: Place): string => `${formatNumber(x)}, ${formatNumber(y)}`;

/** Outputs belong to these settings, not to a set of another size. */
const fits = (shown: Kernel): boolean =>
  shown.outputs.a?.shape[0] === shown.values.g.shape[0] &&
  shown.outputs.yHat?.shape[0] === waysOf(shown);

function Plane({ shown, hand }: { readonly shown: Kernel; readonly hand: KernelHand }) {
  const { f, g, kernel } = shown.values;
  const k = shotOf(shown);
  const supports = Array.from({ length: g.shape[0]! }, (_, i) => placeOf(g, i));
  const query = placeOf(f, 0);
  const names = supports.map((_, i) => nameOf(i, k));
  const a = fits(shown) ? shown.outputs.a!.data : [];
  const moved = (i: number, at: Place) => {
    const data = g.data.slice();
    data.set(at, 2 * i);
    return { g: { shape: g.shape, data } };
  };
  const asQuery = (at: Place) => ({ f: { shape: [1, 2], data: Float32Array.from(at) } });
  return (
    <Stage label="Features in the plane" box={PLANE} width={WIDTH}>
      <Rays to={kernel === "distance" ? [] : [...supports, query]} />
      <WeightedLinks
        label="Attention"
        tone="real"
        widest={20}
        anchors={{ ...Object.fromEntries(names.map((name, i) => [name, supports[i]!])), query }}
        links={Array.from(a, (weight, i) => ({ from: names[i]!, to: "query", weight }))}
      />
      {supports.map((at, i) => (
        <Grip
          key={names[i]}
          label={`Support ${names[i]}`}
          valueText={atPlace(at)}
          tone={TONES[classOf(i, k)]}
          at={at}
          step={0.1}
          onInput={(next) => hand.input(moved(i, next))}
          onCommit={(next) => hand.commit(moved(i, next))}
        />
      ))}
      <Grip
        label="Query"
        valueText={atPlace(query)}
        tone="real"
        at={query}
        step={0.1}
        onInput={(next) => hand.input(asQuery(next))}
        onCommit={(next) => hand.commit(asQuery(next))}
      />
      <Names {...{ names, supports, query, k, a, kernel }} />
    </Stage>
  );
}

/** From the origin to each place: what angles are between. */
function Rays({ to }: { readonly to: readonly Place[] }) {
  const { x, y } = useStage();
  const [x0, y0] = [x(0), y(0)];
  return (
    <Layer>
      {to.map(([px, py], i) => (
        // A ray is its place.
        // oxlint-disable-next-line react/no-array-index-key
        <line key={i} x1={x0} y1={y0} x2={x(px)} y2={y(py)} stroke="var(--rule)" />
      ))}
      <circle cx={x0} cy={y0} r="2.5" fill="var(--rule-strong)" />
      <text x={x0} y={y0} dx="-8" dy="0.9em" textAnchor="end">
        <tspan fill="var(--ink-soft)">0</tspan>
      </text>
    </Layer>
  );
}

interface NamesProps {
  readonly names: readonly string[];
  readonly supports: readonly Place[];
  readonly query: Place;
  readonly k: number;
  readonly a: ArrayLike<number>;
  readonly kernel: Kernel["values"]["kernel"];
}

/** Units of the plane, where it is narrow. */
const LABEL = { width: 2.3, height: 0.6, off: 0.4, mark: 0.35 };

function Names({ names, supports, query, k, a, kernel }: NamesProps) {
  const { x, y } = useStage();
  const sides = labelSides(
    [
      { at: query, prefers: "above" },
      ...supports.map((at) => ({ at, prefers: sideAwayFrom(query, at) })),
    ],
    LABEL,
    PLANE,
    supports.map((at) => [at, query]),
  );
  return (
    <Layer>
      {supports.map(([px, py], i) => (
        <text key={names[i]} x={x(px)} y={y(py)} fontWeight="600" {...SIDE_TEXT[sides[i + 1]!]}>
          <tspan fill={ink(TONES[classOf(i, k)]!)}>{names[i]}</tspan>
          {a.length > 0 && (
            <tspan dx="4" fontWeight="400">
              {shareText(a[i]!)}
            </tspan>
          )}
        </text>
      ))}
      <text x={x(query[0])} y={y(query[1])} fontWeight="600" {...SIDE_TEXT[sides[0]!]}>
        <tspan fill={ink("real")}>query</tspan>
      </text>
      <text x="8" y="100%" dy="-0.7em">
        <tspan fill="var(--ink-soft)">drag any point: {WHAT_COUNTS[kernel]}</tspan>
      </text>
    </Layer>
  );
}

/** In the order of the output. */
const CEILINGS = ["ceiling with a ReLU", "ceiling"];

function Strip({ shown }: { readonly shown: Kernel }) {
  const { outputs, values } = shown;
  const { a, yHat } = outputs;
  const ceilings = values.kernel === "cosine" ? outputs.ceilings?.data : undefined;
  if (!a || !yHat) return null;
  // Until the answer to a press is there it is the last one, of its own number of examples.
  const k = a.data.length / yHat.data.length;
  return (
    <ShareStrip
      label="Attention added up by class"
      shares={Array.from(a.data, (share, i) => ({
        name: nameOf(i, k),
        share,
        tone: TONES[classOf(i, k)]!,
      }))}
      groups={Array.from(yHat.data, (share, l) => ({
        name: `P(${letter(l)})`,
        share,
        tone: TONES[l]!,
      }))}
      marks={ceilings && CEILINGS.map((name, i) => ({ name, at: ceilings[i]! }))}
      note="no ceiling: differences can be of any size"
    />
  );
}

/** What A could get at most. */
function ceilingsOf({ series, values: { s } }: Kernel, ways: number): string {
  const [best, relu] = [last(series.ceiling), last(series.reluCeiling)];
  const most = isNearlyAll(best) ? "features can give A" : "no features give A more than";
  const less = isNearlyAll(relu) ? "even" : `and ${shareText(relu)}`;
  return `With ${ways} classes and s = ${formatNumber(s)} ${most} ${shareWords(best)}, ${less} if none of their numbers is negative.`;
}

function finding(shown: Kernel): string {
  const { series, values } = shown;
  if (series.P.values.length === 0) return "Move a point.";
  const { kernel, f } = values;
  const P = last(series.P);
  const loss = last(series.loss);
  const rest = last(series.rest);
  const nats = `of ${loss < 0.001 ? formatNumber(loss) : loss.toFixed(3)}`;
  const own = `A gets ${shareWords(P)}, a loss ${loss < 1e-4 ? "below 0.0001" : nats} if A is right.`;
  if (kernel !== "cosine")
    return `${own} The largest single weight is ${formatNumber(last(series.nearest))}; all others have ${rest > 0 ? formatNumber(rest) : "less than 10⁻³⁰"} together. ${kernel === "dot" ? "Dot products" : "Distances"} have no bound, so neither has the preference.`;
  const noAngle =
    f.data[0] === 0 && f.data[1] === 0
      ? " The query lies at 0 and has no angle: its cosines are 0/0, taken as 0, so all weigh alike."
      : "";
  return `${own} ${ceilingsOf(shown, waysOf(shown))}${noAngle}`;
}

function describe(shown: Kernel): string {
  const { outputs, values } = shown;
  const { f, g } = values;
  const k = shotOf(shown);
  const supports = Array.from({ length: g.shape[0]! }, (_, i) => {
    const weight = outputs.a?.data[i];
    const says = weight === undefined ? "" : `, weight ${shareText(weight)}`;
    return `${nameOf(i, k)} at ${atPlace(placeOf(g, i))}${says}`;
  });
  return `The query at ${atPlace(placeOf(f, 0))}; supports ${supports.join("; ")}.`;
}

export const views: Views<typeof demo, ReactNode> = {
  views: [
    {
      label: "Features: a line is as wide as its attention a",
      needs: ["a", "yHat"],
      asSet: true,
      draw: (shown, hand) => <Plane shown={shown} hand={hand} />,
      describe,
    },
    {
      label: "The same weights, added up by class",
      needs: ["a", "yHat", "ceilings"],
      asSet: true,
      draw: (shown) => <Strip shown={shown} />,
      describe: ({ outputs: { yHat } }) =>
        `Probabilities: ${Array.from(yHat?.data ?? [], (P, l) => `${letter(l)} ${shareText(P)}`).join(", ")}.`,
    },
  ],
  finding,
};
