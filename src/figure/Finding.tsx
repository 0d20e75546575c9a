import { useState, type ReactNode } from "react";
import type { Demo } from "../contract/demo.ts";
import type { Snapshot, Views } from "../contract/view.ts";
import type { Run } from "../engine/page/held-run.ts";
import { isAtRest } from "../ui/at-rest.ts";
import { VisuallyHidden } from "../ui/VisuallyHidden.tsx";
import { asComputed } from "./as-computed.ts";
import { useRunPart, useWords } from "./use-run.ts";

/** How often it is seen anew while a run goes on, ms. At rest it changes only under the reader's hand, and belongs to that. */
const SEEN_EVERY = 400;
/** How often it is spoken, ms: a voice needs seconds for what an eye takes in at once. */
const SPOKEN_EVERY = 5000;
/** The same of a demo without steps, which changes only under the reader's hand. */
const SPOKEN_AT_HAND = 1000;

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

/** A precomputed picture keeps too few numbers to find the answer in; a run that failed has none under way. */
const answerOf =
  (demo: Demo, { finding }: Views<Demo, ReactNode>) =>
  (snapshot: Snapshot): string =>
    (
      snapshot.answered ??
      (isEmpty(snapshot) ? "Nothing was measured." : finding(asComputed(demo, snapshot)))
    ).replaceAll(/ (?=[%±])/g, "\u00a0");

/** The answer to the demo's question so far. */
export function Finding({ demo, views, run }: FindingProps) {
  const still = useRunPart(run, isAtRest);
  const text = useWords(run, still ? 0 : SEEN_EVERY, answerOf(demo, views));
  const [longest, setLongest] = useState(text);
  if (text.length > longest.length) setLongest(text);
  return (
    <div className="lp-finding" data-longest={longest}>
      <p aria-hidden="true">{text}</p>
    </div>
  );
}

/** The same for ears; two figures of one run would speak at once. */
export function SpokenFinding({ demo, views, run }: FindingProps) {
  const every = demo.steps ? SPOKEN_EVERY : SPOKEN_AT_HAND;
  const text = useWords(run, every, answerOf(demo, views));
  return <VisuallyHidden live>{text}</VisuallyHidden>;
}
