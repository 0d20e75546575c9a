/** Runs a program without page or worker: for tests, scripts and precomputed pictures. The same bits as in the worker. */
import type { NDArray } from "../contract/array.ts";
import type { Wire } from "../contract/params.ts";
import type { Fault, Points } from "../contract/protocol.ts";
import { createRunner } from "./create-runner.ts";
import type { Opening } from "./runner.ts";

export interface HeadlessOptions extends Opening {
  /** 0 for a demo without steps. */
  readonly steps: number;
  /** Changes of live and view settings: `params` act after `step` steps. */
  readonly changes?: readonly {
    readonly step: number;
    readonly params: Wire;
  }[];
  /** Outputs to compute at the end. */
  readonly outputs?: readonly string[];
  readonly onStep?: (step: number) => void;
}

export interface HeadlessResult {
  readonly series: Readonly<Record<string, Points>>;
  /** Those that the settings have. */
  readonly outputs: Readonly<Record<string, NDArray>>;
  /** Branches that ended early, while others went to the end. */
  readonly lost: Readonly<Record<string, Fault>>;
}

/** Throws RunFault where the run cannot go on. */
export async function runHeadless(options: HeadlessOptions): Promise<HeadlessResult> {
  const runner = await createRunner(options);
  try {
    for (const [index, { step, params }] of (options.changes ?? []).entries()) {
      runner.set(index + 1, params, step);
    }
    while (runner.step < options.steps) {
      await runner.advance();
      options.onStep?.(runner.step);
    }
    const outputs = Object.entries(await runner.observe(options.outputs ?? []));
    const present = outputs.filter((entry): entry is [string, NDArray] => entry[1] !== null);
    const series = await runner.series();
    return { series, outputs: Object.fromEntries(present), lost: runner.lost() };
  } finally {
    runner.close();
  }
}
