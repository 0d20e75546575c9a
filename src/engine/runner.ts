/** A run of a program: its state, its clock and its random keys, alone or as branches in lockstep. Knows no thread and no paper. */
import type { NDArray } from "../contract/array.ts";
import type { Demo } from "../contract/demo.ts";
import type { Wire } from "../contract/params.ts";
import type { Fault, Points } from "../contract/protocol.ts";
import type { Named } from "../contract/weights.ts";
import type { Files } from "./files.ts";
import type { Between } from "./measuring.ts";
import type { AnyProgram } from "./program.ts";
import type { Scoring } from "./scoring.ts";

export interface Opening {
  readonly demo: Demo;
  readonly program: AnyProgram;
  readonly params: Wire;
  readonly seed: number;
  /** Where data and trained weights come from; without it there are none. */
  readonly files?: Files;
  /** A file of weights to begin from, in place of what the settings say. */
  readonly weights?: ArrayBuffer;
  /** False takes every step plainly: the reference that replayed steps must equal. */
  readonly replay?: boolean;
  /** Goes on from where another run of the same settings and code was left, with the same bits. */
  readonly resume?: Left;
  readonly between?: Between;
}

/** A run as it was left. */
export interface Left {
  readonly step: number;
  readonly state: Named;
}

export interface Runner {
  readonly step: number;
  /** Counts the changes of settings that acted. */
  readonly revision: number;
  /** Live and view parameters, from the next step on, or held back until `at` steps were taken. */
  set(rev: number, params: Wire, at?: number): void;
  /** One step. Throws RunFault when the numbers stop being finite (found at the latest some steps later). */
  advance(): Promise<void>;
  /** The outputs of these names, of every branch; null where the settings have none. */
  observe(outputs: readonly string[]): Promise<Record<string, NDArray | null>>;
  /** Curves since the last call; of a demo without steps the newest point, where it is new. */
  series(): Promise<Record<string, Points>>;
  /** Revisions that took effect since the last call, with the steps taken before. */
  applied(): { rev: number; step: number }[];
  /** Branches that cannot go on, while others do. */
  lost(): Readonly<Record<string, Fault>>;
  /** The weights, by name; null where the program does not say which they are, and of branches. */
  weights(): Promise<Named | null>;
  /** The measures of the weights as they are, over several batches; the run goes on as if nobody had asked. */
  scoring(): Scoring;
  /** Everything that the next step depends on besides settings and seed. Throws for branches. */
  left(): Promise<Left>;
  mode(): { readonly replaying: boolean; readonly obstacle: string | null };
  close(): void;
}
