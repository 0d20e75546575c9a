import type { ReactNode } from "react";
import type { Demo } from "../contract/demo.ts";
import type { Views } from "../contract/view.ts";
import type { Run } from "../engine/page/run.ts";
import { VisuallyHidden } from "../ui/VisuallyHidden.tsx";
import { useWords } from "./use-run.ts";

/** Seen this often and spoken that often, ms: a voice needs seconds for what an eye takes in at once. */
const WHILE_RUNNING = { seen: 400, spoken: 5000 };
/** A demo without steps changes only under the reader's hand, and its answer belongs to that. */
const AT_HAND = { seen: 0, spoken: 1000 };

export interface FindingProps {
  readonly demo: Demo;
  readonly views: Views<Demo, ReactNode>;
  readonly run: Run;
}

/** The answer to the demo's question so far. */
export function Finding({ demo, views, run }: FindingProps) {
  const every = demo.steps ? WHILE_RUNNING : AT_HAND;
  const seen = useWords(run, every.seen, (snapshot) => views.finding(snapshot));
  const spoken = useWords(run, every.spoken, (snapshot) => views.finding(snapshot));
  return (
    <div className="lp-finding">
      <p aria-hidden="true">{seen}</p>
      <VisuallyHidden live>{spoken}</VisuallyHidden>
    </div>
  );
}
