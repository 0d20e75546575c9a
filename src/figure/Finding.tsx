import type { ReactNode } from "react";
import type { Demo } from "../contract/demo.ts";
import type { Snapshot, Views } from "../contract/view.ts";
import type { Run } from "../engine/page/held-run.ts";
import { VisuallyHidden } from "../ui/VisuallyHidden.tsx";
import { asComputed } from "./as-computed.ts";
import { useRunPart, useWords } from "./use-run.ts";

/** Seen this often and spoken that often, ms: a voice needs seconds for what an eye takes in at once. */
const WHILE_RUNNING = { seen: 400, spoken: 5000 };
/** A demo without steps changes only under the reader's hand, and its answer belongs to that. */
const AT_HAND = { seen: 0, spoken: 1000 };

export interface FindingProps {
  readonly demo: Demo;
  readonly views: Views<Demo, ReactNode>;
  readonly run: Run;
}

/** Whether a run failed before it gave any number or picture. */
const isEmpty = ({ fault, curves, outputs }: Snapshot): boolean =>
  fault !== null &&
  Object.keys(outputs).length === 0 &&
  Object.values(curves).every(({ steps }) => steps.length === 0);

/** Whether what is shown stays for longer than a blink: the file that the present settings need is on its way, or did not come. */
const waits = ({ stale, loading, fault }: Snapshot): boolean =>
  stale && (loading !== null || fault !== null);

/** A precomputed picture keeps too few numbers to find the answer in; a run that failed has none under way. */
const answerOf =
  (demo: Demo, { finding }: Views<Demo, ReactNode>) =>
  (snapshot: Snapshot): string =>
    snapshot.answered ??
    (isEmpty(snapshot) ? "Nothing was measured." : finding(asComputed(demo, snapshot)));

/** The answer to the demo's question so far. */
export function Finding({ demo, views, run }: FindingProps) {
  const { seen } = demo.steps ? WHILE_RUNNING : AT_HAND;
  const text = useWords(run, seen, answerOf(demo, views));
  const before = useRunPart(run, waits);
  return (
    <div className="lp-finding">
      <p aria-hidden="true">
        <span>{before && text && "Before your change: "}</span>
        <span>{text}</span>
      </p>
    </div>
  );
}

/** The same for ears; two figures of one run would speak at once. */
export function SpokenFinding({ demo, views, run }: FindingProps) {
  const { spoken } = demo.steps ? WHILE_RUNNING : AT_HAND;
  const text = useWords(run, spoken, answerOf(demo, views));
  return <VisuallyHidden live>{text}</VisuallyHidden>;
}
