/** A run as the page holds it. */
import type { Demo, OutputName } from "../../contract/demo.ts";
import type { Saved } from "../../contract/protocol.ts";
import type { Start, StepChange } from "../../receipts/receipt.ts";
import type { Hand, Snapshot } from "../../contract/view.ts";
import type { Past } from "./past.ts";
import type { WeightsFile } from "../../contract/weights.ts";

export interface History extends Start {
  readonly changes: readonly StepChange[];
  readonly step: number;
}

/**
 * Of the hand's settings, `live` ones act from the next step and `view` ones on the next picture, be it moving or not;
 * `restart` ones begin anew when it lets go, and go on playing. Where nothing differs, nothing happens. Without steps, the
 * first change begins the run.
 */
export interface Run<D extends Demo = Demo> extends Hand<D> {
  /** Called after each new snapshot; returns its own removal. Made for `useSyncExternalStore`. */
  subscribe(listener: () => void): () => void;
  /** The present snapshot: the same object until something changed. */
  snapshot(): Snapshot<D>;
  /** What this run looked like before: another object for each run. */
  past(): Past<D>;
  /** Trains to the end, and from there as far again; other runs of the page pause. Without steps, just begins. */
  play(): void;
  pause(): void;
  /** One step after those already asked for, then pause. */
  stepOnce(): void;
  /** Back to step 0 with the same seed and what the settings show. */
  reset(): void;
  /** Begin anew with this seed; goes on playing if it was. */
  reseed(seed: number): void;
  /** Begins anew from `start`, but for settings that only redraw, and trains up to step `until`, with live changes after the given steps. */
  replay(start: Start, changes: readonly StepChange[], until: number): void;
  /** What it takes to compute this run again up to where it stands; changes that have not acted yet are left out. */
  history(): History;
  /** The weights at a step that the page may not have seen yet; null where there is no run or it ends meanwhile. */
  save(): Promise<Saved | null>;
  /**
   * Begins anew with these weights, and so after each reset and restart, until null is loaded; goes on playing if it was.
   * Settings that they don't fit end in a fault.
   */
  load(file: WeightsFile | null): void;
  /** Upper bound of training speed; null = as fast as the machine allows. */
  limit(stepsPerSecond: number | null): void;
  /** Names the outputs that views on screen need; an empty list with `visible(false)` stops frames. */
  watch(outputs: readonly OutputName<D>[]): void;
  /** Off screen, no frames are asked for, and the worker stops training by itself. */
  visible(on: boolean): void;
  close(): void;
}
