/** What becomes of a link's record when its run has been computed again. */
import { digestOf } from "../receipts/digest.ts";
import { foldChanges } from "../receipts/fold-changes.ts";
import type { Receipt, Start } from "../receipts/receipt.ts";
import type { Run } from "../engine/page/held-run.ts";
import { formatCounted } from "../ui/format-number.ts";
import { BACKENDS } from "./backend-names.ts";

export interface Verdict {
  readonly reproduced: boolean;
  readonly says: string;
}

/**
 * How a replay stands. `begun` is what `run.history()` told right after it began: a run that began since then has settings of
 * its own, and at rest the figure shows a picture that was computed elsewhere.
 */
export function replayStage(
  run: Run,
  begun: Pick<Start, "params">,
  step: number,
): "under way" | "arrived" | "left" {
  const snapshot = run.snapshot();
  const { phase } = snapshot;
  if (phase === "idle" || phase === "fault" || run.history().params !== begun.params) return "left";
  const resting = phase === "done" || phase === "paused";
  return resting && snapshot.step === step ? "arrived" : "under way";
}

/** Old receipts have several changes at one step. */
const sameChanges = (a: Receipt["changes"], b: Receipt["changes"]): boolean =>
  JSON.stringify(foldChanges(a)) === JSON.stringify(foldChanges(b));

/** Compares the run, which stands at the receipt's step, with the receipt; `version` is that of the code here. */
export async function verdictOf(run: Run, receipt: Receipt, version: string): Promise<Verdict> {
  const { curves, backend } = run.snapshot();
  const steps = formatCounted(receipt.step, "step");
  if (!sameChanges(run.history().changes, receipt.changes)) {
    return {
      reproduced: false,
      says: "Not compared: a setting was changed during the replay, so this is another run.",
    };
  }
  const digest = await digestOf(curves, receipt.step);
  if (digest === receipt.digest) {
    return {
      reproduced: true,
      says: `Reproduced: every number of these ${steps} came out the same, bit for bit. Digest ${digest}.`,
    };
  }
  const reason =
    receipt.version !== version
      ? `The link was made by another version of this demo’s code (${receipt.version}; here it is ${version}), which may compute other bits.`
      : receipt.backend !== backend
        ? `The link’s run was computed by ${BACKENDS[receipt.backend]}, this one by ${BACKENDS[backend ?? "cpu"]}, and they round differently.`
        : "Code and backend are the same, so the link’s digest is not that of its settings.";
  return {
    reproduced: false,
    says: `Not reproduced: the digest here is ${digest}, the link says ${receipt.digest}. ${reason}`,
  };
}
