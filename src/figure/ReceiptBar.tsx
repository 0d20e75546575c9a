import { useEffect, useState } from "react";
import type { Demo } from "../contract/demo.ts";
import { toWire } from "../contract/params.ts";
import type { Receipt, Start } from "../receipts/receipt.ts";
import type { Run } from "../engine/page/held-run.ts";
import { Button } from "../ui/Button.tsx";
import { formatCounted } from "../ui/format-number.ts";
import { LeftRun, type LeftRunProps } from "./LeftRun.tsx";
import { useRunPart } from "./use-run.ts";
import { workload, type Pace } from "./workload.ts";
import { replayStage, verdictOf, type Verdict } from "./verify.ts";

export interface ReceiptBarProps {
  readonly demo: Demo;
  readonly run: Run;
  readonly start: Start;
  /** What the link carries, or why it cannot be replayed; or what the reader left. */
  readonly record:
    { readonly receipt: Receipt } | { readonly problem: string } | Pick<LeftRunProps, "left">;
  /** Version of this demo's code, here. */
  readonly version: string;
}

/** A link that carries a run: offers to compute it again and says whether it comes out the same. */
export function ReceiptBar({ demo, run, start, record, version }: ReceiptBarProps) {
  if ("problem" in record) return <p className="lp-receipt lp-receipt-bad">{record.problem}</p>;
  if ("left" in record) return <LeftRun run={run} start={start} left={record.left} />;
  const { receipt } = record;
  return <Verification {...{ demo, run, start, receipt, version }} />;
}

interface VerificationProps {
  readonly demo: Demo;
  readonly run: Run;
  readonly start: Start;
  readonly receipt: Receipt;
  readonly version: string;
}

function Verification({ demo, run, start, receipt, version }: VerificationProps) {
  const [replay, setReplay] = useState<Pick<Start, "params"> | null>(null);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const stage = useRunPart(run, () => replay && replayStage(run, replay, receipt.step));

  const [pace, setPace] = useState<Pace | null>(null);
  useEffect(() => {
    let last: Pace | null = null;
    return run.subscribe(() => {
      const { stepsPerSecond, values } = run.snapshot();
      if (stepsPerSecond > 0) last = { stepsPerSecond, params: toWire(demo.params, values) };
      // While it trains the pace is to be read beside it.
      else setPace(last);
    });
  }, [demo, run]);

  useEffect(() => {
    if (stage !== "arrived") return undefined;
    let wanted = true;
    void verdictOf(run, receipt, version).then((found) => {
      if (wanted) setVerdict(found);
    });
    return () => {
      wanted = false;
    };
  }, [stage, run, receipt, version]);

  const verify = (): void => {
    setVerdict(null);
    run.replay(start, receipt.changes, receipt.step);
    setReplay(run.history());
  };
  // Of a run that has begun since then it says nothing.
  const judged = stage === "left" ? null : verdict;
  return (
    <div className="lp-receipt">
      <output>
        {judged ? (
          <span className={judged.reproduced ? "lp-receipt-good" : "lp-receipt-bad"}>
            {judged.says}
          </span>
        ) : (
          <span>
            <span>{stage && stage !== "left" ? "Replaying: " : "This link carries a run: "}</span>
            {summary(receipt, start)}
            <span>{!stage && workload(demo, start, receipt, pace)}</span>
            {stage === "left" && !verdict && <span> The replay was left before its end.</span>}
          </span>
        )}
      </output>
      {(judged || !stage || stage === "left") && (
        <Button icon={judged ? "reset" : "done"} onPress={verify}>
          {judged ? "Verify again" : "Replay and verify"}
        </Button>
      )}
    </div>
  );
}

function summary({ step, changes }: Receipt, { seed }: Start): string {
  const live =
    changes.length === 0
      ? "no setting changed on the way"
      : `${formatCounted(changes.length, "live change")} on the way`;
  return `${formatCounted(step, "step")} from seed ${seed}, ${live}.`;
}
