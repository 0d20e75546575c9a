import type { ReactNode } from "react";
import type { Demo } from "../contract/demo.ts";
import type { Views } from "../contract/view.ts";
import type { Run } from "../engine/page/run.ts";
import { VisuallyHidden } from "../ui/VisuallyHidden.tsx";
import { useSampled } from "./use-run.ts";

/** Seen this often and spoken that often, ms: a voice needs seconds for what an eye takes in at once. */
const SEEN_EVERY = 400;
const SPOKEN_EVERY = 5000;

/** The answer to the demo's question so far. */
export function Finding({
  views,
  run,
}: {
  readonly views: Views<Demo, ReactNode>;
  readonly run: Run;
}) {
  const seen = useSampled(run, SEEN_EVERY, (snapshot) => views.finding(snapshot));
  const spoken = useSampled(run, SPOKEN_EVERY, (snapshot) => views.finding(snapshot));
  return (
    <div className="lp-finding">
      <p aria-hidden="true">{seen}</p>
      <VisuallyHidden live>{spoken}</VisuallyHidden>
    </div>
  );
}
