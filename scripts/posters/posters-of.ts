/** The pictures of a demo: of every preset, or of its default settings where it has none. */
import { endOf, type Demo } from "../../src/contract/demo.ts";
import { trains } from "../../src/contract/holds.ts";
import { defaults, fromWire, toWire } from "../../src/contract/params.ts";
import type { Points } from "../../src/contract/protocol.ts";
import { askedWeights, weightsFile } from "../../src/contract/trained.ts";
import { DEFAULT_SEED } from "../../src/contract/url.ts";
import type { Snapshot, Views } from "../../src/contract/view.ts";
import type { Files } from "../../src/engine/files.ts";
import { runHeadless } from "../../src/engine/headless.ts";
import type { PosterFile } from "../../src/engine/page/poster.ts";
import { seen } from "../../src/engine/page/seen.ts";
import type { AnyProgram } from "../../src/engine/program.ts";
import { setInView } from "../../src/figure/set-in-view.ts";
import { quantise } from "./quantise.ts";
import { roundedCurve } from "./rounded-curve.ts";

/** A picture is some hundred pixels wide: more points of a curve are not seen. */
const MOST_POINTS = 200;
/** Decimal digits that tell any two float32 apart. */
const FLOAT32_DIGITS = 9;

function thinned({ steps, values }: Points): { steps: number[]; values: number[] } {
  const stride = Math.ceil(steps.length / MOST_POINTS);
  const kept = (_: number, i: number): boolean => i % stride === 0 || i === steps.length - 1;
  return { steps: [...steps].filter(kept), values: roundedCurve(values.filter(kept)) };
}

/** Without steps there is no curve, and its one number is read. */
const whole = ({ steps, values }: Points): { steps: number[]; values: number[] } => ({
  steps: [...steps],
  values: Array.from(values, (value) => Number(value.toPrecision(FLOAT32_DIGITS))),
});

const mapValues = <A, B>(
  record: Readonly<Record<string, A>>,
  f: (value: A) => B,
): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, f(value)]));

/**
 * The step that a picture is of: the last, but where trained weights answer what a hand sets in the picture it is the first. They
 * answer as they are, and what the hand then moves was not shown as further training would have left it.
 */
function stepShown(demo: Demo, values: Readonly<Record<string, unknown>>): number {
  const trained = weightsFile(demo, values) && !askedWeights(demo, values)?.part;
  const inHand = Object.values(demo.params).some(
    (param) => setInView(param) && !trains(param, values),
  );
  return trained && inHand ? 0 : endOf(demo);
}

export interface PosterSource {
  readonly demo: Demo;
  readonly program: AnyProgram;
  readonly files: Files;
  /** The answer in words. */
  readonly finding: Views<Demo, unknown>["finding"];
}

export async function postersOf({
  demo,
  program,
  files,
  finding,
}: PosterSource): Promise<PosterFile> {
  const posters: PosterFile["posters"][number][] = [];
  /** Where each array was first. */
  const first = new Map<string, number>();
  const usual = { values: {} };
  for (const { values } of Object.values(demo.presets ?? { usual })) {
    const wanted = { ...defaults(demo.params), ...values };
    const params = toWire(demo.params, wanted);
    const seed = DEFAULT_SEED;
    const steps = stepShown(demo, wanted);
    const outputs = Object.keys(demo.outputs);
    const result = await runHeadless({ demo, program, params, seed, files, steps, outputs });
    const { values: set } = fromWire(demo.params, params);
    const snapshot: Snapshot = {
      phase: "idle",
      playing: false,
      values: set,
      computedWith: set,
      seed,
      step: steps,
      stopAt: endOf(demo),
      ...seen(demo, result.series, result.outputs, {}),
      curves: result.series,
      former: {},
      changes: [],
      stepsPerSecond: 0,
      precomputed: true,
      stale: false,
      loading: null,
      backend: null,
      tensors: 0,
      fault: null,
      notices: [],
      begunFrom: null,
    };
    posters.push({
      params,
      seed,
      step: steps,
      finding: finding(snapshot),
      series: mapValues(result.series, demo.steps ? thinned : whole),
      outputs: Object.fromEntries(
        Object.entries(result.outputs).map(([name, array]) => {
          const made = quantise(array);
          const text = `${name} ${JSON.stringify(made)}`;
          const earlier = first.get(text);
          if (earlier === undefined) first.set(text, posters.length);
          return [name, earlier ?? made];
        }),
      ),
    });
  }
  return { posters };
}
