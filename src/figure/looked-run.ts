import type { Snapshot } from "../contract/view.ts";
import type { Run } from "../engine/page/held-run.ts";
import type { StepCursor } from "../ui/step-cursor.ts";

/** The run as pictures show it: as it is, or as it was at the step under the figure's cursor. */
export function lookedRun(run: Run, cursor: StepCursor): Run {
  let known: { readonly was: Snapshot; readonly shown: Snapshot } | undefined;
  return {
    ...run,
    snapshot() {
      const now = run.snapshot();
      const at = cursor.step();
      const was = at === null ? null : run.past().nearest(at, now.step);
      if (!was) return now;
      if (known?.was !== was) known = { was, shown: { ...was, lookedAt: true } };
      return known.shown;
    },
    subscribe(listener) {
      const leave = [run.subscribe(listener), cursor.subscribe(listener)];
      return () => {
        for (const each of leave) each();
      };
    },
  };
}
