/** What the page knows of a run at one moment, and what a view makes of it. */
import type { NDArray } from "./array.ts";
import type { BranchName, Demo, OutputName, SeriesName, ValuesOf } from "./demo.ts";
import type { BackendName, Fault, Loading, Points } from "./protocol.ts";
import type { WeightsFile } from "./weights.ts";

export type Phase =
  /** Nothing was started; what is shown, if anything, is the precomputed picture. */
  | "idle"
  /** The worker is loading, or building the first state; without steps, whenever it computes. */
  | "starting"
  | "training"
  | "paused"
  /** Reached `stopAt`; without steps, the newest change has been computed. */
  | "done"
  | "fault";

/** What is known of one run, alone or one of several side by side. */
export interface Seen<D extends Demo> {
  readonly series: Readonly<Record<SeriesName<D>, Points>>;
  /** An output is missing until it comes, and where these settings have none. */
  readonly outputs: Readonly<Partial<Record<OutputName<D>, NDArray>>>;
  /** Why this one of several ended while the others go on. */
  readonly lost: Fault | null;
}

/** Immutable: a new object a frame. Curves are views into growing buffers and are valid for this snapshot. */
export interface Snapshot<D extends Demo = Demo> extends Seen<D> {
  readonly phase: Phase;
  /** Whether it trains, or will as soon as it is ready. */
  readonly playing: boolean;
  readonly values: ValuesOf<D>;
  readonly seed: number;
  readonly step: number;
  readonly stopAt: number;
  /** Of a demo with branches: each; `series`, `outputs` and `lost` are then the first one's. */
  readonly branches: Readonly<Record<BranchName<D>, Seen<D>>>;
  /** All curves, by the names that digests and claims know them by. */
  readonly curves: Readonly<Record<string, Points>>;
  /** Those of the run before; the same object until the next run has something to show. */
  readonly former: Readonly<Record<string, Points>>;
  /** Steps at which live parameters took effect. */
  readonly changes: readonly number[];
  /** Measured over the last second or so; 0 while unknown. */
  readonly stepsPerSecond: number;
  /** True while what is shown was computed when the site was built, not here. */
  readonly precomputed: boolean;
  /** The finding of a precomputed picture, from all the numbers of its run, of which the picture keeps some. */
  readonly answered?: string;
  /** The reader looks back: this is how the run was then. */
  readonly lookedAt?: boolean;
  /** What is shown was computed with other settings than these (or seed, or weights): theirs is on its way, or waits for Run. */
  readonly stale: boolean;
  /** The settings that what is shown was computed with, which are these where it is not stale: a picture of both would be of neither. */
  readonly computedWith: ValuesOf<D>;
  /** For views of outputs: what the reader has set, where `values` are those settings. */
  readonly asked?: ValuesOf<D>;
  /** How far the files are that the run waits for; null where it waits for none, or for small ones. */
  readonly loading: Omit<Loading, "type" | "run"> | null;
  readonly backend: BackendName | null;
  readonly tensors: number;
  readonly fault: Fault | null;
  /** The reader's own weights that runs begin from. */
  readonly begunFrom: WeightsFile | null;
  /** Sentences for the reader: settings of a link that were corrected, a worker that was replaced. */
  readonly notices: readonly string[];
}

/** The reader's hand on a picture. */
export interface Hand<D extends Demo> {
  /** While it moves: live and view settings act at once, others are shown and wait. */
  input(values: Partial<ValuesOf<D>>): void;
  /** When it lets go: all act, and the address follows. */
  commit(values: Partial<ValuesOf<D>>): void;
}

/** One picture of a run. `Node` is the page's element type, so that this file needs no UI library. */
export interface View<D extends Demo, Node> {
  /** Its name; where settings change what it shows, what they make of it. Words may have the colour of what they name. */
  readonly label: string | ((values: ValuesOf<D>) => Node);
  readonly needs: readonly OutputName<D>[];
  /** It shows settings as they are, even where its outputs are still those of others: a picture that is made of settings. */
  readonly asSet?: true;
  draw(snapshot: Snapshot<D>, hand: Hand<D>): Node;
  /** Text alternative of the picture as it stands. */
  describe(snapshot: Snapshot<D>): string;
}

/** The page's half of a demo. */
export interface Views<D extends Demo, Node> {
  readonly views: readonly View<D, Node>[];
  /** The answer to the demo's question, from the numbers of this run, in words. */
  finding(snapshot: Snapshot<D>): string;
}
