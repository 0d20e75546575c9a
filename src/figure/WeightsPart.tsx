import type { Demo } from "../contract/demo.ts";
import type { Run } from "../engine/page/held-run.ts";
import { BegunFrom } from "./BegunFrom.tsx";
import { useRunPart } from "./use-run.ts";
import { WeightsCard } from "./WeightsCard.tsx";

export interface WeightsPartProps {
  readonly demo: Demo;
  readonly run: Run;
}

/** Which weights runs begin from, where they are not random: the reader's own, else the trained ones of the demo. */
export function WeightsPart({ demo, run }: WeightsPartProps) {
  const begunFrom = useRunPart(run, (snapshot) => snapshot.begunFrom);
  return begunFrom ? (
    <BegunFrom demo={demo} run={run} file={begunFrom} />
  ) : (
    <WeightsCard demo={demo} run={run} />
  );
}
