/** Runs that are computed again: one that a link tells, and one whose worker died. */
import { fromWire } from "../../contract/params.ts";
import { foldChanges } from "../../receipts/fold-changes.ts";
import type { StepChange } from "../../receipts/receipt.ts";
import * as journals from "../journal.ts";
import { begin } from "./beginning.ts";
import { until } from "./goal.ts";
import { goOn } from "./playing.ts";
import { post, stay, andThen, type RunEvent, type Transition } from "./run-event.ts";
import { isInstant, noted, reached, type RunState } from "./run-state.ts";
import { wireOf } from "./settings-change.ts";

/** Views stay the reader's: they change no number. */
export function replay(
  state: RunState,
  { start, changes, until: end }: RunEvent & { readonly type: "replay" },
): Transition {
  const { demo, settled } = state;
  const { values } = fromWire(demo.params, { ...start.params, ...wireOf(demo, settled, "view") });
  const fresh = begin({ ...state, values, seed: start.seed, begunFrom: null });
  return andThen(fresh, (opened) =>
    andThen(script(opened, foldChanges(changes)), (told) =>
      isInstant(told) ? stay(told) : goOn({ ...told, target: end }),
    ),
  );
}

function script(state: RunState, changes: readonly StepChange[]): Transition {
  let { journal, revision } = state;
  const commands = changes.map(({ step, params }) => {
    revision += 1;
    journal = journals.change(journal, revision, params, step);
    return post({ type: "set", rev: revision, params, at: step });
  });
  const scripted = changes.map((_, i) => state.revision + 1 + i);
  return { state: { ...state, journal, revision, scripted }, commands };
}

/** Of several workers in a row the last is told of. */
const REPLACED = "The training worker stopped answering";

/** Says everything again, up to where the old worker had come. */
export function revived(state: RunState): Transition {
  if (!state.begun || state.fault) return stay(state);
  const { demo, journal, settled, notices } = state;
  const resumeAt = reached(state);
  const messages = journals.replay(journal, resumeAt, wireOf(demo, settled, "view"));
  const known = new Set(journal.changes.map(({ rev }) => rev));
  const before = notices.filter((notice) => !notice.startsWith(REPLACED));
  // Of a worker that never worked, and of a picture that is drawn anew, there is nothing to tell.
  const tells = resumeAt > 0 || (state.framed && !isInstant(state));
  const sentence = `${REPLACED} at step ${resumeAt} and was replaced; the run is being repeated from its journal.`;
  const anew: RunState = {
    ...state,
    resumeAt,
    loading: null,
    framed: false,
    step: 0,
    lost: {},
    due: false,
    unseen: true,
    // Views went along with the opening.
    sent: state.sent.filter((rev) => known.has(rev)),
    notices: tells ? noted(before, sentence) : notices,
  };
  const told: Transition = {
    state: anew,
    commands: [{ type: "answer", saved: null }, { type: "forget" }, ...messages.map(post)],
  };
  return andThen(told, () => until(anew, anew.goal));
}
