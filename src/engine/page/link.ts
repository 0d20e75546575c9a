/** What runs and the client that serves them say to each other. */
import type { BackendName, Command, Report, RunId } from "../../contract/protocol.ts";

/** What a run may ask of the client. */
export interface Link {
  connect(live: Live): RunId;
  disconnect(run: RunId): void;
  send(command: Command): void;
  /** This run trains now: any other stops. */
  displaceOthers(run: RunId): void;
  nextFrame(callback: () => void): void;
  now(): number;
  backend(): BackendName | null;
}

/** What the client may tell a run. */
export interface Live {
  report(report: RunReport): void;
  /** Whether it waits for more steps than it has seen. */
  trains(): boolean;
  /** The worker is new: say everything again. */
  revive(): void;
  /** Another run trains now. */
  displace(): void;
}

/** What is news to a run; that the worker is alive is the client's business. */
export type RunReport = Exclude<Report, { readonly type: "alive" }>;
