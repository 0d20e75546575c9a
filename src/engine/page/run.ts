/** A run as the page holds it. */
import type { Demo, OutputName, ValuesOf } from "../../contract/demo.ts";
import type { Saved } from "../../contract/protocol.ts";
import type { Start, StepChange } from "../../receipts/receipt.ts";
import type { Snapshot } from "../../contract/view.ts";
import type { WeightsFile } from "../../contract/weights.ts";

export interface History extends Start {
  readonly changes: readonly StepChange[];
  readonly step: number;
}

export interface Run<D extends Demo = Demo> {
  /** Called after each new snapshot; returns its own removal. Made for `useSyncExternalStore`. */
  subscribe(listener: () => void): () => void;
  /** The present snapshot: the same object until something changed. */
  snapshot(): Snapshot<D>;
  /** Changes settings: `live` ones act from the next step, `restart` ones begin anew (and go on playing), `view` ones redraw. */
  set(values: Partial<ValuesOf<D>>): void;
  play(): void;
  pause(): void;
  /** One step, then pause. */
  stepOnce(): void;
  /** Back to step 0 with the same seed and settings. */
  reset(): void;
  /** Begin anew with this seed; goes on playing if it was. */
  reseed(seed: number): void;
  /** Begins anew from `start` and trains up to step `until`, with live changes after the given steps. */
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
