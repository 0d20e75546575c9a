/** What has to be known to compute a run again: where it began and which settings changed after which step. */
import type { Command, RunId } from "../contract/protocol.ts";
import type { Wire } from "../contract/params.ts";
import { foldChanges } from "../receipts/fold-changes.ts";
import type { Receipt, Start } from "../receipts/receipt.ts";

export interface Change {
  readonly rev: number;
  readonly params: Wire;
  /** The step that it was held back for; null where it was to act at once. */
  readonly at: number | null;
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
  /** Those whose step is known are one a step. */
  readonly changes: readonly Change[];
}

/** A command to a run whose name the sender need not know. */
export type Message = Unaddressed<Extract<Command, { readonly run: RunId }>>;
type Unaddressed<C> = C extends Command ? Omit<C, "run"> : never;

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

/** Notes that `params` were sent as revision `rev`, to act after `at` steps if that was said. */
export const change = (
  journal: Journal,
  rev: number,
  params: Wire,
  at: number | null = null,
): Journal => ({
  ...journal,
  changes: [...journal.changes, { rev, params, at, step: null }],
});

/** Notes after which step the revisions took effect; unknown revisions are passed over. */
export function applied(
  journal: Journal,
  reports: readonly { readonly rev: number; readonly step: number }[],
): Journal {
  const steps = new Map(reports.map(({ rev, step }) => [rev, step]));
  if (!journal.changes.some(({ rev }) => steps.has(rev))) return journal;
  const changes = journal.changes.map((entry) =>
    steps.has(entry.rev) ? { ...entry, step: steps.get(entry.rev)! } : entry,
  );
  return { ...journal, changes: folded(changes) };
}

/** Changes that acted after the same step as one, under the newest revision: a long stroke would fill the journal. */
function folded(changes: readonly Change[]): Change[] {
  const byStep = new Map<number, Change>();
  for (const entry of changes) {
    if (entry.step === null) continue;
    const params = { ...byStep.get(entry.step)?.params, ...entry.params };
    byStep.set(entry.step, { ...entry, params });
  }
  return changes.flatMap((entry) => {
    if (entry.step === null) return [entry];
    const whole = byStep.get(entry.step)!;
    return whole.rev === entry.rev ? [whole] : [];
  });
}

/** Where the run began, and the changes that acted in its first `reached` steps, in order. */
export const actedSoFar = (
  { seed, params, changes }: Journal,
  reached: number,
): Start & Pick<Receipt, "changes"> => ({
  seed,
  params,
  changes: foldChanges(
    changes.flatMap(({ step, params: set }) =>
      step === null || step > reached ? [] : [{ step, params: set }],
    ),
  ),
});

/** Steps at which settings changed, in order. */
export const changeSteps = (journal: Journal): number[] =>
  journal.changes.flatMap(({ step }) => (step === null ? [] : [step])).toSorted((a, b) => a - b);

/**
 * The messages that bring a new worker to where the journal stands. Changes of which nobody knows whether they acted are
 * made after `reached` steps; `views` are the present settings that only pictures read.
 */
export function replay(journal: Journal, reached: number, views: Wire = {}): Message[] {
  const { demo, params, seed, eager, weights, changes } = journal;
  return [
    { type: "open", demo, params: { ...params, ...views }, seed, eager, weights },
    ...changes.map(({ rev, params: set, at, step }) => {
      return { type: "set", rev, params: set, at: step ?? at ?? reached } as const;
    }),
  ];
}
