/** What has to be known to compute a run again: where it began and which settings changed after which step. */
import type { Command, RunId } from "../contract/protocol.ts";
import type { Wire } from "../contract/params.ts";
import type { Receipt, Start } from "../receipts/receipt.ts";

export interface Change {
  readonly rev: number;
  readonly params: Wire;
  /** Steps already taken when the change acted; null until the worker has said. */
  readonly step: number | null;
}

export interface Journal {
  readonly demo: string;
  readonly seed: number;
  /** Settings at step 0. */
  readonly params: Wire;
  readonly eager: boolean;
  /** A file of weights to begin from. */
  readonly weights?: ArrayBuffer;
  readonly changes: readonly Change[];
}

export const begin = (
  demo: string,
  params: Wire,
  seed: number,
  eager = false,
  weights?: ArrayBuffer,
): Journal => ({
  demo,
  seed,
  params,
  eager,
  weights,
  changes: [],
});

/** Notes that `params` were sent as revision `rev`, to act after `step` steps if that was said. */
export const change = (
  journal: Journal,
  rev: number,
  params: Wire,
  step: number | null = null,
): Journal => ({
  ...journal,
  changes: [...journal.changes, { rev, params, step }],
});

/** Notes after which step the revisions took effect; unknown revisions are passed over. */
export function applied(
  journal: Journal,
  reports: readonly { readonly rev: number; readonly step: number }[],
): Journal {
  if (reports.length === 0) return journal;
  const steps = new Map(reports.map(({ rev, step }) => [rev, step]));
  return {
    ...journal,
    changes: journal.changes.map((entry) =>
      steps.has(entry.rev) ? { ...entry, step: steps.get(entry.rev)! } : entry,
    ),
  };
}

/** Where the run began and the changes whose step is known, in order. */
export const actedSoFar = ({
  seed,
  params,
  changes,
}: Journal): Start & Pick<Receipt, "changes"> => ({
  seed,
  params,
  changes: changes.flatMap(({ step, params: set }) =>
    step === null ? [] : [{ step, params: set }],
  ),
});

/** Steps at which settings changed, oldest first, without repeats. */
export const changeSteps = (journal: Journal): number[] => [
  ...new Set(journal.changes.flatMap(({ step }) => (step === null ? [] : [step]))),
];

/**
 * The commands that bring a new worker to where the journal stands, under the name `run`; changes of which nobody knows
 * whether they acted are made after `reached` steps.
 */
export function replay(journal: Journal, run: RunId, reached: number): Command[] {
  const { demo, params, seed, eager, weights, changes } = journal;
  return [
    { type: "open", run, demo, params, seed, eager, weights },
    ...changes.map(({ rev, params: set, step }) => {
      return { type: "set", run, rev, params: set, at: step ?? reached } as const;
    }),
  ];
}
