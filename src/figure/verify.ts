/** What becomes of a link's record when its run has been computed again. */
import { digestOf } from "../receipts/digest.ts";
import { foldChanges } from "../receipts/fold-changes.ts";
import type { Receipt } from "../receipts/receipt.ts";
import type { Run } from "../engine/page/run.ts";
import { BACKENDS } from "./backend-names.ts";

export interface Verdict {
  readonly reproduced: boolean;
  readonly says: string;
}

/** Old receipts have several changes at one step. */
const sameChanges = (a: Receipt["changes"], b: Receipt["changes"]): boolean =>
  JSON.stringify(foldChanges(a)) === JSON.stringify(foldChanges(b));

/** Compares the run, which stands at the receipt's step, with the receipt; `version` is that of the code here. */
export async function verdictOf(run: Run, receipt: Receipt, version: string): Promise<Verdict> {
  const { curves, backend } = run.snapshot();
  const steps = receipt.step.toLocaleString("en");
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
      says: `Reproduced: every number of these ${steps} steps came out the same, bit for bit. Digest ${digest}.`,
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
