import type { Demo } from "../contract/demo.ts";
import type { Snapshot } from "../contract/view.ts";
import type { Run } from "../engine/page/held-run.ts";
import { formatLoading } from "../ui/format-number.ts";
import { misfit } from "./misfit.ts";
import { matchingPreset } from "./preset-values.ts";
import { useRunPart } from "./use-run.ts";

export interface WhatToSeeProps {
  readonly demo: Demo;
  readonly run: Run;
  /** Id of the sentence of the present preset. */
  readonly id: string;
}

/**
 * That pictures and answer are not of now, and what they wait for, which a play bar says itself. It stands neither over the picture
 * nor in the answer, whose height it would change.
 */
const underWay = ({ steps }: Demo, { stale, loading }: Snapshot): string =>
  [
    stale && (!steps || loading) && "from before your change",
    !steps && loading && `fetching ${formatLoading(loading)}`,
  ]
    .filter(Boolean)
    .join(": ");

/** What the reader should look for with these settings. */
export function WhatToSee({ demo, run, id }: WhatToSeeProps) {
  const current = useRunPart(run, ({ values }) => matchingPreset(demo, values));
  const problem = useRunPart(run, ({ values }) => misfit(demo, values));
  const waits = useRunPart(run, (snapshot) => underWay(demo, snapshot));
  const presets = Object.entries(demo.presets ?? {});
  if (demo.steps && presets.length === 0 && problem === "") return null;
  return (
    // All sentences lie in one cell and the current one shows: the room is that of the longest, always.
    <p className="lp-says">
      {presets.map(([name, { says }]) => {
        const shown = name === current && problem === "";
        return (
          <span key={name} id={shown ? id : undefined} data-shown={shown}>
            {says}
          </span>
        );
      })}
      <span data-shown={current === null && problem === ""}>Your own settings.</span>
      {problem !== "" && <span data-shown="true">{problem}</span>}
      <span className="lp-says-waits">{waits}</span>
    </p>
  );
}
