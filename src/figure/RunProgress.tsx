import { useEffect, useState } from "react";
import type { Steps } from "../contract/demo.ts";
import type { Snapshot } from "../contract/view.ts";
import type { Run } from "../engine/page/held-run.ts";
import { formatCount } from "../ui/format-number.ts";
import { untilFetched } from "../ui/until-fetched.ts";
import { Progress } from "../ui/Progress.tsx";
import { RunState } from "./RunState.tsx";
import { useRunPart } from "./use-run.ts";

const whileRunning = () => import("./while-running.ts");

/** Steps a second of which the parts can be followed by eye. */
const SLOW = 4;

const isSlow = ({ phase, stepsPerSecond }: Snapshot): boolean =>
  phase === "training" && stepsPerSecond > 0 && stepsPerSecond <= SLOW;

/** That of the picture, of a precomputed one too; a run that begins, or could not, is at its beginning, whatever is still to be seen. */
const stepShown = ({ phase, precomputed, step }: Snapshot): number =>
  precomputed && phase !== "idle" ? 0 : step;

/** How far the run is, how fast, and what it does. */
export function RunProgress({ steps, run }: { readonly steps: Steps; readonly run: Run }) {
  const step = useRunPart(run, stepShown);
  const stopAt = useRunPart(run, (snapshot) => snapshot.stopAt);
  const begun = useRunPart(run, ({ phase }) => phase !== "idle");
  const [late, setLate] = useState<Awaited<ReturnType<typeof whileRunning>>>();
  useEffect(() => {
    if (begun) void untilFetched(whileRunning).then(setLate);
  }, [begun]);
  const slow = useRunPart(run, isSlow);
  return (
    <div className="lp-progress-line">
      <RunState
        steps={steps}
        run={run}
        parts={slow && late && steps.parts && <late.StepParts parts={steps.parts} run={run} />}
      />{" "}
      <span className="lp-pace">{late && <late.RunPace run={run} />}</span>
      <span className="lp-count">{`${formatCount(step)} / ${formatCount(stopAt)}`}</span>
      <Progress label={`${steps.name}s done`} value={step} max={stopAt} />
      {late && <late.Scrubber run={run} name={steps.name} />}
    </div>
  );
}
