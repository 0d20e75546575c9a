/** What a demo says of itself: plain data for both sides of the thread boundary. */
import type { Params, Values } from "./params.ts";

/** A number that the run reports; charted against the step. */
export interface Metric {
  readonly label: string;
  /** KaTeX source of its letter in the paper. */
  readonly symbol?: string;
  /** What it is and how to read it, in one sentence. */
  readonly help: string;
  /** The chart that it is drawn in: a key of the demo's `charts`. */
  readonly chart: string;
}

/** One set of axes; the metrics that name it share it. */
export interface Chart {
  readonly title: string;
  /** Label of the vertical axis, with its unit. */
  readonly y: string;
  /** Fixed bounds of the vertical axis where the quantity has them. */
  readonly bounds?: readonly [number, number];
}

/** An array that a view draws; computed only while a visible view asks for it. */
export interface Output {
  readonly label: string;
  /** Shape in the paper's letters, for documentation: `"[m, 2]"`. */
  readonly shape: string;
}

export interface Preset<P extends Params = Params> {
  readonly label: string;
  /** What the reader should look for, in one sentence. */
  readonly says: string;
  readonly values: Partial<Values<P>>;
}

/** Trained weights in a file that a run can begin from. */
export interface TrainedWeights<P extends Params = Params> {
  /** Path below `public`; written by `npm run train -- NAME`, where NAME is the file's own. */
  readonly file: string;
  /** The settings that ask for them. */
  readonly when: Partial<Values<P>>;
  /** Further settings without which they do not fit; a run then begins from fresh weights all the same. */
  readonly fits: Partial<Values<P>>;
  /** Settings for a reader who cannot have the file. */
  readonly instead: { readonly says: string; readonly values: Partial<Values<P>> };
}

export interface Demo {
  /** `paper/demo`, the folder's path under `papers`. */
  readonly id: string;
  readonly title: string;
  /** The one question that running it answers. */
  readonly question: string;
  readonly source: {
    readonly section: string;
    readonly equations: readonly string[];
  };
  readonly params: Params;
  /** Numbers of every step. */
  readonly metrics: Readonly<Record<string, Metric>>;
  /** Numbers too dear for every step: taken at step 0 and each `measureEvery` steps, so that they too replay exactly. */
  readonly measures: Readonly<Record<string, Metric>>;
  readonly measureEvery: number;
  readonly charts: Readonly<Record<string, Chart>>;
  readonly outputs: Readonly<Record<string, Output>>;
  readonly presets: Readonly<Record<string, Preset>>;
  /** What one step is: `"generator step"`. */
  readonly stepName: string;
  readonly stopAt: number;
  /** Settings that mend a run whose numbers stopped being finite. */
  readonly recovery: {
    readonly says: string;
    readonly values: Readonly<Record<string, unknown>>;
  };
  /** Files under `public` that the program needs before its first step. */
  readonly assets?: readonly string[];
  readonly weights?: TrainedWeights;
  /** Old names of parameters, so that old links keep working. */
  readonly renamed?: Readonly<Record<string, string>>;
}

export type ValuesOf<D extends Demo> = Values<D["params"]>;
export type MetricName<D extends Demo> = keyof D["metrics"] & string;
export type MeasureName<D extends Demo> = keyof D["measures"] & string;
export type SeriesName<D extends Demo> = MetricName<D> | MeasureName<D>;
export type OutputName<D extends Demo> = keyof D["outputs"] & string;

/** Declares a demo, keeping the literal names that programs and views are checked against. */
export function defineDemo<const P extends Params, const D extends Demo & { readonly params: P }>(
  demo: D & {
    readonly params: P;
    readonly presets: Readonly<Record<string, Preset<P>>>;
    readonly weights?: TrainedWeights<P>;
    readonly recovery: {
      readonly says: string;
      readonly values: Partial<Values<P>>;
    };
  },
): D {
  return demo;
}

/** The last part of a demo's id: its prefix in the URL and its anchor in the note. */
export const slugOf = (demo: Pick<Demo, "id">): string =>
  demo.id.slice(demo.id.lastIndexOf("/") + 1);
