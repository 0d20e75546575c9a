/** Everything that crosses the thread boundary. Commands are idempotent: saying one twice changes nothing. */
import type { NDArray } from "./array.ts";
import type { Wire } from "./params.ts";
import type { Score } from "./weights.ts";

/** Names one life of a demo; a restart is a new run, so that late frames of the old one are told apart. */
export type RunId = string;
/** "wasm" is the reference: WebAssembly with our own kernels; "stock" is WebAssembly with those of the tensor library. */
export type BackendName = "wasm" | "stock" | "cpu";

export type Command =
  /** A figure came near: load what its run will need, but compute nothing. */
  | { readonly type: "warm"; readonly demo: string }
  | {
      readonly type: "open";
      readonly run: RunId;
      readonly demo: string;
      readonly params: Wire;
      readonly seed: number;
      /** No replaying of recorded steps. */
      readonly eager?: boolean;
      /** A reader's own file of weights to begin from. */
      readonly weights?: ArrayBuffer;
    }
  /**
   * Live and view parameters, newest values of all that changed; `at` holds them back until that step (replay). View
   * parameters reach outputs only.
   */
  | {
      readonly type: "set";
      readonly run: RunId;
      readonly rev: number;
      readonly params: Wire;
      readonly at?: number;
    }
  /** Play: `until` = the end. Pause: 0. One step: the present step + 1. */
  | {
      readonly type: "go";
      readonly run: RunId;
      readonly until: number;
      readonly stepsPerSecond?: number;
    }
  /** Credit for exactly one frame. */
  | {
      readonly type: "pull";
      readonly run: RunId;
      readonly outputs: readonly string[];
    }
  /** Asks for the weights as they are now. */
  | { readonly type: "save"; readonly run: RunId }
  | { readonly type: "close"; readonly run: RunId };

/** New points of one curve since the last frame. */
export interface Points {
  readonly steps: Uint32Array;
  readonly values: Float32Array;
}

export interface Frame {
  readonly type: "frame";
  readonly run: RunId;
  readonly step: number;
  /** Mean time of a training step since the last frame, ms; 0 if none was taken. */
  readonly stepMs: number;
  readonly applied: readonly { readonly rev: number; readonly step: number }[];
  /** By the names that `contract/branches.ts` gives; of a demo without steps the newest point alone. */
  readonly series: Readonly<Record<string, Points>>;
  /** Named likewise. What changes with settings alone is sent once a change; null where these settings have none. */
  readonly outputs: Readonly<Record<string, NDArray | null>>;
  /** Branches whose numbers stopped being finite; the others go on. */
  readonly lost: Readonly<Record<string, Fault>>;
  /** Tensors alive in the worker; flat over a run. */
  readonly tensors: number;
}

/** Files that a run begins with, or those of the engine, are on their way: bytes that are here, of all; `total` is 0 where nobody knows. */
export interface Loading {
  readonly type: "loading";
  readonly run: RunId;
  readonly loaded: number;
  readonly total: number;
  readonly engine?: true;
}

export interface Saved {
  readonly type: "saved";
  readonly run: RunId;
  readonly step: number;
  /** Null where the demo does not say which arrays are its weights. */
  readonly weights: Readonly<Record<string, NDArray>> | null;
  /** The demo's measures with these weights, each over several batches. */
  readonly scores: Readonly<Record<string, Score>>;
}

export interface Fault {
  readonly code:
    | "invalid-params"
    | "no-file"
    | "bad-file"
    | "diverged"
    | "backend-lost"
    | "out-of-memory"
    | "bug";
  readonly message: string;
  readonly step?: number;
  /** The metric or file that shows it. */
  readonly culprit?: string;
}

export type Report =
  | {
      readonly type: "ready";
      readonly backend: BackendName;
      readonly notice?: string;
    }
  | Frame
  | Saved
  | Loading
  /** Between two units of long work: the frame that is due will come. */
  | { readonly type: "alive"; readonly run: RunId }
  | {
      readonly type: "fault";
      readonly run: RunId;
      readonly fault: Fault;
    };
