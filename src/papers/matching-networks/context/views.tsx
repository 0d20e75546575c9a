import type { ReactNode } from "react";
import type { NDArray } from "../../../contract/array.ts";
import { last } from "../../../contract/last.ts";
import type { Snapshot, Views } from "../../../contract/view.ts";
import { edgeAnchor } from "../../../ui/chart-scale.ts";
import { formatCounted } from "../../../ui/format-number.ts";
import { notYetMeasured } from "../../../ui/not-yet-measured.ts";
import { Layer } from "../../../ui/parts/Layer.tsx";
import { Pixels } from "../../../ui/parts/Pixels.tsx";
import { Stage } from "../../../ui/parts/Stage.tsx";
import type { Box } from "../../../ui/parts/stage-box.ts";
import { useStage } from "../../../ui/parts/stage-scale.ts";
import { percent } from "../../../ui/percent.ts";
import { CLASSES, demo, ORDERS } from "./demo.ts";

type InContext = Snapshot<typeof demo>;

const letter = (l: number): string => String.fromCharCode(65 + l);
/** A letter, and whether it is the right answer. */
const named = (l: number, query: number): string => `${letter(l)}${l === query ? " ✓" : ""}`;
const each = Array.from({ length: CLASSES }, (_, i) => i);
const rowOf = ({ data, shape }: NDArray, ...at: readonly number[]): Float32Array => {
  const width = shape.at(-1)!;
  const row = at.reduce((place, i, axis) => place * shape[axis]! + i, 0);
  return data.subarray(row * width, (row + 1) * width);
};

/** The query of which the plain features are least sure. Attention's columns are the supports in the order shown. */
function asked(plainA: NDArray): number {
  const sure = each.map((query) => Math.max(...rowOf(plainA, query)));
  return sure.indexOf(Math.min(...sure));
}

/** A column a support, to the left of them the query and the rows' names; downwards pictures, then a row a reading, bars below numbers. */
const [ROW, READ, MARGIN, BAR, HIGH] = [0.38, 1.06, 0.1, 0.265, 0.07];
/** Rows that there is always room for: a usual reading, and two answers. The answers keep their places where less is read. */
const ROOM = demo.params.K.fallback + 2;
const planeOf = (rows: number): Box => [
  [-2.1, CLASSES],
  [READ + Math.max(ROOM, rows) * ROW, -0.35],
];
const square = (column: number): Box => [
  [column + MARGIN, column + 1 - MARGIN],
  [1 - MARGIN, MARGIN],
];

type Reading = Readonly<{ name: string; weights: Float32Array; tone: string }>;

/** From the first step's reading to the two answers; shares of the supports in the order shown. */
function readingsOf({ outputs: { reads, a, plainA } }: InContext, query: number): Reading[] {
  return [
    ...Array.from({ length: reads?.shape[0] ?? 0 }, (_, t) => ({
      name: `step ${t + 1} reads`,
      weights: rowOf(reads!, t, query),
      tone: "third",
    })),
    ...(a ? [{ name: "answer", weights: rowOf(a, query), tone: "real" }] : []),
    ...(plainA ? [{ name: "without", weights: rowOf(plainA, query), tone: "made" }] : []),
  ];
}

function Company({ shown }: { readonly shown: InContext }) {
  const { supports, queries, orders, plainA } = shown.outputs;
  if (!supports || !queries || !orders || !plainA) return null;
  const query = asked(plainA);
  const order = [...rowOf(orders, shown.values.order)];
  const readings = readingsOf(shown, query);
  return (
    <Stage label="A query among five supports" box={planeOf(readings.length)} bare>
      <Pixels values={queries} index={query} scale="ink" at={square(-1.35)} />
      {order.map((support, column) => (
        <Pixels key={support} values={supports} index={support} scale="ink" at={square(column)} />
      ))}
      <Shares readings={readings} order={order} query={query} />
    </Stage>
  );
}

/** Of each reading a row of bars, one below each support. */
function Shares({
  readings,
  order,
  query,
}: Readonly<{ readings: readonly Reading[]; order: readonly number[]; query: number }>) {
  const { x, y, width, height } = useStage();
  const free = Math.max(0, ROOM - readings.length);
  const top = (row: number): number => READ + (free + row) * ROW;
  const bar = (row: number) => ({ y: y(top(row) + BAR), height: height(HIGH) });
  return (
    <Layer className="lp-on-bars">
      <text x={x(-0.85)} y={y(-0.08)} textAnchor="middle">
        query ({letter(query)})
      </text>
      {order.map((support, column) => (
        <text
          key={support}
          x={x(column + 0.5)}
          y={y(-0.08)}
          textAnchor="middle"
          fontWeight={support === query ? 700 : 400}
        >
          {named(support, query)}
        </text>
      ))}
      {free === ROOM - 2 && (
        <text x={x(CLASSES / 2)} y={y(top(-1))} textAnchor="middle" fill="var(--ink-soft)">
          K = 0: the query reads nothing
        </text>
      )}
      {readings.map(({ name, weights, tone }, row) => (
        <g key={name}>
          <text x={x(-0.12)} y={y(top(row) + 0.25)} textAnchor="end">
            {name}
          </text>
          {Array.from(weights, (share, column) => (
            <g key={order[column]}>
              <rect
                x={x(column + MARGIN / 2)}
                {...bar(row)}
                width={width(1 - MARGIN)}
                fill="none"
                stroke="var(--rule)"
              />
              <rect
                x={x(column + MARGIN / 2)}
                {...bar(row)}
                width={width((1 - MARGIN) * share)}
                fill={`var(--data-${tone})`}
              />
              <text x={x(column + 0.5)} y={y(top(row) + 0.2)} textAnchor="middle">
                {percent(share)}
              </text>
            </g>
          ))}
        </g>
      ))}
    </Layer>
  );
}

/** P from 0 to 1, a row a class, room for their letters and for the numbers of the axis. */
const STRIP: Box = [
  [-0.12, 1.03],
  [CLASSES + 0.55, -0.1],
];

function Orders({ shown }: { readonly shown: InContext }) {
  const { P, plainA, orders } = shown.outputs;
  if (!P || !plainA || !orders) return null;
  const query = asked(plainA);
  const order = [...rowOf(orders, shown.values.order)];
  const plain = each.map((l) => rowOf(plainA, query)[order.indexOf(l)]!);
  return (
    <Stage label="P of each class in sixty orders" box={STRIP} height="10.5rem" bare>
      <Strip P={P} query={query} now={shown.values.order} plain={plain} />
    </Stage>
  );
}

function Strip({
  P,
  query,
  now,
  plain,
}: Readonly<{ P: NDArray; query: number; now: number; plain: readonly number[] }>) {
  const { x, y } = useStage();
  return (
    <Layer>
      {each.map((l) => (
        <g key={l}>
          <text x={x(-0.03)} y={y(l + 0.65)} textAnchor="end" fontWeight={l === query ? 700 : 400}>
            {named(l, query)}
          </text>
          {Array.from({ length: ORDERS }, (_, r) => (
            <line
              key={r}
              x1={x(rowOf(P, r, query)[l]!)}
              x2={x(rowOf(P, r, query)[l]!)}
              y1={y(l + 0.2)}
              y2={y(l + 0.8)}
              stroke="var(--data-real)"
              strokeOpacity="0.35"
              strokeWidth="1.5"
            />
          ))}
          <circle
            cx={x(plain[l]!)}
            cy={y(l + 0.5)}
            r="4"
            fill="var(--paper)"
            stroke="var(--data-made)"
            strokeWidth="2"
          />
          <circle cx={x(rowOf(P, now, query)[l]!)} cy={y(l + 0.5)} r="2.5" fill="var(--ink)" />
        </g>
      ))}
      {[0, 0.5, 1].map((share) => (
        <text key={share} x={x(share)} y={y(CLASSES + 0.45)} textAnchor={edgeAnchor(share)}>
          {percent(share)}
        </text>
      ))}
    </Layer>
  );
}

function describe(shown: InContext): string {
  const { plainA } = shown.outputs;
  if (!plainA) return "Five new characters, and a query of one of them.";
  const order = [...rowOf(shown.outputs.orders!, shown.values.order)];
  const says = ({ name, weights }: Reading) =>
    `${name}: ${order.map((l, column) => `${letter(l)} ${percent(weights[column]!)}`).join(", ")}`;
  return `The query is ${letter(asked(plainA))}. The supports stand in the order ${order.map(letter).join(", ")}. ${readingsOf(shown, asked(plainA)).map(says).join(". ")}.`;
}

function describeOrders({ outputs: { P, plainA } }: InContext): string {
  if (!P || !plainA) return "P of each class, one mark for each order of the supports.";
  const query = asked(plainA);
  const inOrders = (l: number) => Array.from({ length: ORDERS }, (_, r) => rowOf(P, r, query)[l]!);
  const range = (l: number): string =>
    `${letter(l)} from ${percent(Math.min(...inOrders(l)))} to ${percent(Math.max(...inOrders(l)))}`;
  return `P over sixty orders of the same five supports: ${each.map(range).join(", ")}.`;
}

function finding(look: InContext): string {
  const { accuracy, plain, spread, flips } = look.series;
  if (accuracy.values.length === 0)
    return notYetMeasured(look, "Run it: LSTMs that see the whole support set begin to learn.");
  const step = accuracy.steps.at(-1)!;
  const when = step === 0 ? "At first" : `After ${formatCounted(step, "episode")}`;
  return `${when} ${percent(last(accuracy))} of new characters are named rightly with context, ${percent(last(plain))} without. ${last(flips) > 0 ? "But the" : "The"} order of the same five supports moves P of the right class by ${last(spread).toFixed(3)} on average, and alone decides the answer to ${(100 * last(flips)).toFixed(1)} % of the queries. Without context it moves nothing but the rounding.`;
}

export const views: Views<typeof demo, ReactNode> = {
  views: [
    {
      label: "What the query reads, in this order",
      needs: ["supports", "queries", "orders", "reads", "a", "plainA"],
      draw: (shown) => <Company shown={shown} />,
      describe,
    },
    {
      label: "P in 60 orders; dot: this; ring: no context",
      needs: ["P", "plainA", "orders"],
      draw: (shown) => <Orders shown={shown} />,
      describe: describeOrders,
    },
  ],
  finding,
};
