/** What of a demo's declaration bears on numbers; its texts, charts and presets do not. */
import type { Demo } from "../../src/contract/demo.ts";
import { toWire, type Params } from "../../src/contract/params.ts";

const mapValues = <A, B>(
  record: Readonly<Record<string, A>>,
  f: (value: A) => B,
): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, f(value)]));

/** Settings by what they fall back to, how they act and what they may be. What only redraws is none of a run's. */
const settingsOf = (params: Params): Record<string, unknown> =>
  mapValues(
    Object.fromEntries(Object.entries(params).filter(([, { effect }]) => effect !== "view")),
    ({ effect, fallback, format, control }) => ({
      effect,
      fallback: format(fallback),
      control: withoutLabels(control),
    }),
  );

const withoutLabels = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === "label" ? undefined : part)));

/** Plain data. The files that it names count by their content: `filesOf`. */
export const bearingOf = ({
  params,
  steps,
  measures = {},
  branches = {},
  data = {},
  weights = [],
}: Demo): unknown => ({
  params: settingsOf(params),
  metrics: Object.keys(steps?.metrics ?? {}).toSorted(),
  measures: Object.keys(measures).toSorted(),
  measureEvery: steps?.measureEvery,
  branches: mapValues(branches, ({ values }) => toWire(params, values)),
  data: Object.keys(data).toSorted(),
  weights: weights.map(({ when, fits = {} }) => ({
    when: toWire(params, when),
    fits: toWire(params, fits),
  })),
});

/** Paths below `public` of the files that a demo's runs read; `trained: false` leaves out the weights that it ships. */
export const filesOf = ({ data = {}, weights = [] }: Demo, { trained = true } = {}): string[] => [
  ...Object.values(data),
  ...(trained ? weights.map(({ file }) => file) : []),
];
