import type { Receipt, Start } from "../receipts/receipt.ts";
import type { Run } from "../engine/page/held-run.ts";
import { Button } from "../ui/Button.tsx";
import { formatCount } from "../ui/format-number.ts";
import { useRunPart } from "./use-run.ts";

export interface LeftRunProps {
  readonly run: Run;
  readonly start: Start;
  readonly left: Pick<Receipt, "step" | "changes">;
}

/** A run that a reload, or the way to another page, ended: offers to come to the same step again. */
export function LeftRun({ run, start, left }: LeftRunProps) {
  const idle = useRunPart(run, ({ phase }) => phase === "idle");
  if (!idle) return null;
  return (
    <div className="lp-receipt">
      <output>
        {`Your run had come to step ${formatCount(left.step)} when this page was left, and is gone.`}
      </output>
      <Button icon="reset" onPress={() => run.replay(start, left.changes, left.step)}>
        Run to there again
      </Button>
    </div>
  );
}
