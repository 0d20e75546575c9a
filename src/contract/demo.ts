/**
 * What a demo says of itself: plain data for both sides of the thread boundary. All but its settings and its outputs is
 * optional: without `steps` a demo computes anew after each change and has no play bar, seed or speed.
 */
import type { Params, Values } from "./params.ts";

/** A number that the run reports. */
export interface Metric {
  readonly label: string;
  /** KaTeX source of its letter in the paper. */
  readonly symbol?: string;
  /** What it is and how to read it, in one sentence. */
  readonly help: string;
  /** The chart that it is drawn in, a key of the demo's `charts`; without one it serves findings and claims alone. */
  readonly chart?: string;
  /** Of settings, the least with which there is such a number: below, no chart names it. */
  readonly least?: Readonly<Record<string, number>>;
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
  /** `"[n, 28, 28]"`: numbers are checked; equal letters are equal sizes, and a setting's name is that setting's value. */
  readonly shape: string;
  /** Computed for each frame, or only when a run begins and when a setting changes; default "frame". */
  readonly each?: "frame" | "change";
  /** Of runs side by side those that have it; default all. */
  readonly only?: readonly string[];
}

export interface Preset<P extends Params = Params> {
  readonly label: string;
  /** What the reader should look for, in one sentence. */
  readonly says: string;
  readonly values: Partial<Values<P>>;
}

/** Settings that help where something went wrong, offered as one press. */
export interface Rescue<P extends Params = Params> {
  readonly says: string;
  readonly values: Partial<Values<P>>;
}

/** A part of a step that the reader can follow in slow motion. */
export interface StepPart {
  readonly name: string;
  /** The setting that says how many times in a row it is done. */
  readonly times?: string;
  /** The settings with which it is done at all. */
  readonly when?: Readonly<Record<string, unknown>>;
}

/** What a play bar drives: training, or any long work cut into equal units (an episode, a removal, a cell). */
export interface Steps<P extends Params = Params> {
  /** What one step is: `"generator step"`. */
  readonly name: string;
  /** In the order in which they are done. */
  readonly parts?: readonly StepPart[];
  readonly stopAt: number;
  /** Numbers of every step. */
  readonly metrics: Readonly<Record<string, Metric>>;
  /** Measures are taken at step 0 and each so many steps, so that they too replay exactly. */
  readonly measureEvery: number;
  /** Settings that mend a run whose numbers stopped being finite. */
  readonly recovery?: Rescue<P>;
}

/** Trained weights in a file that a run begins from. */
export interface TrainedWeights<P extends Params = Params> {
  /** Path below `public`; written by `npm run train -- NAME`, where NAME is the file's own. */
  readonly file: string;
  /** The settings that ask for them; of several files the first whose settings hold counts, and `{}` always does. */
  readonly when: Partial<Values<P>>;
  /** Further settings without which they do not fit; a run then begins from fresh weights all the same. */
  readonly fits?: Partial<Values<P>>;
  /** They are a part alone: the rest stays as it is at first, is still to be trained, and answers nothing before that. */
  readonly part?: true;
  /** Settings for a reader who cannot have the file. */
  readonly instead?: Rescue<P>;
}

/** One of several runs from the same seed, stepped together: where its settings differ from the reader's. */
export interface Branch<P extends Params = Params> {
  readonly label: string;
  readonly values: Partial<Values<P>>;
}

/** More controls beside a picture would not be seen with it. */
export const MOST_MAIN = 4;

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
  /** Settings whose controls stand beside the picture, at most `MOST_MAIN`; without it the first of those that act at once. */
  readonly main?: readonly string[];
  readonly steps?: Steps;
  /** Numbers too dear for every step; where there are no steps, taken after each change. */
  readonly measures?: Readonly<Record<string, Metric>>;
  readonly charts?: Readonly<Record<string, Chart>>;
  readonly outputs: Readonly<Record<string, Output>>;
  readonly presets?: Readonly<Record<string, Preset>>;
  readonly branches?: Readonly<Record<string, Branch>>;
  /** Files under `public`, by the name that the program gives them. */
  readonly data?: Readonly<Record<string, string>>;
  readonly weights?: readonly TrainedWeights[];
  /** The settings that an episode from the reader's own Omniglot is dealt into: examples of signs and a query, as `drawings`. */
  readonly deals?: {
    readonly S: string;
    readonly query: string;
    readonly signs: number;
    readonly shots: number;
  };
  /** Old names of parameters, so that old links keep working. */
  readonly renamed?: Readonly<Record<string, string>>;
}

type Keys<T> = keyof NonNullable<T> & string;
export type ValuesOf<D extends Demo> = Values<D["params"]>;
export type MetricName<D extends Demo> = D extends { readonly steps: infer S extends Steps }
  ? Keys<S["metrics"]>
  : never;
export type MeasureName<D extends Demo> = D extends { readonly measures: infer M }
  ? Keys<M>
  : never;
export type SeriesName<D extends Demo> = MetricName<D> | MeasureName<D>;
export type OutputName<D extends Demo> = Keys<D["outputs"]>;
export type BranchName<D extends Demo> = D extends { readonly branches: infer B } ? Keys<B> : never;
export type DataName<D extends Demo> = D extends { readonly data: infer F } ? Keys<F> : never;

/** Declares a demo, keeping the literal names that programs and views are checked against. */
export function defineDemo<const P extends Params, const D extends Demo & { readonly params: P }>(
  demo: D & {
    readonly params: P;
    readonly main?: readonly (keyof P & string)[];
    readonly presets?: Readonly<Record<string, Preset<P>>>;
    readonly branches?: Readonly<Record<string, Branch<P>>>;
    readonly weights?: readonly TrainedWeights<P>[];
    readonly steps?: Pick<Steps<P>, "recovery">;
  },
): D {
  return demo;
}

/** The last part of a demo's id: its prefix in the URL and its anchor in the note. */
export const slugOf = (demo: Pick<Demo, "id">): string =>
  demo.id.slice(demo.id.lastIndexOf("/") + 1);

/** The step at which a run stops by itself: 0 for a demo without steps. */
export const endOf = ({ steps }: Demo): number => steps?.stopAt ?? 0;

/** Metrics and measures of one run. */
export const quantitiesOf = ({ steps, measures }: Demo): Readonly<Record<string, Metric>> => ({
  ...steps?.metrics,
  ...measures,
});
