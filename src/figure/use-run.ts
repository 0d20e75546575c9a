import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Snapshot } from "../contract/view.ts";
import type { Run } from "../engine/page/held-run.ts";

/**
 * A part of the run's snapshot; re-renders only when that part changes: where `part` makes something new each time, `same` says
 * whether it differs.
 */
export function useRunPart<T>(
  run: Run,
  part: (snapshot: Snapshot) => T,
  same: (a: T, b: T) => boolean = Object.is,
): T {
  const subscribe = useCallback((listener: () => void) => run.subscribe(listener), [run]);
  const [keep] = useState(keeper<T>);
  const read = (): T => keep(part(run.snapshot()), same);
  return useSyncExternalStore(subscribe, read, read);
}

/** Gives what it was given last for as long as that is the same. */
function keeper<T>(): (next: T, same: (a: T, b: T) => boolean) => T {
  let kept: { readonly part: T } | undefined;
  return (next, same) => {
    if (!kept || !same(kept.part, next)) kept = { part: next };
    return kept.part;
  };
}

/** What the run is, whether it moves, and where it is looked at or taken step by step: changes of these are news and never held back. */
function state({ phase, precomputed, seed, step, lookedAt }: Snapshot): string {
  const still = lookedAt || phase === "paused" ? step : "";
  return `${phase} ${precomputed} ${seed} ${still}`;
}

/**
 * Something computed from the snapshot at most every `everyMs`, and at once when the run starts, pauses, ends, fails or is
 * looked at step by step; with 0 from every snapshot, so that it never belongs to another than the pictures do.
 * For text, which nobody reads at sixty changes a second.
 */
export function useSampled<T>(
  run: Run,
  everyMs: number,
  select: (snapshot: Snapshot, before?: T) => T,
): T {
  const [value, setValue] = useState(() => select(run.snapshot()));
  const latest = useRef(select);
  useEffect(() => {
    latest.current = select;
  });

  useEffect(() => {
    let taken = -Infinity;
    let known = "";
    let timer: ReturnType<typeof setTimeout> | undefined;
    const take = (): void => {
      clearTimeout(timer);
      timer = undefined;
      taken = performance.now();
      const snapshot = run.snapshot();
      setValue((before) => latest.current(snapshot, before));
    };
    const hear = (): void => {
      const now = state(run.snapshot());
      if (now !== known || everyMs === 0) {
        known = now;
        take();
      } else {
        timer ??= setTimeout(take, Math.max(0, taken + everyMs - performance.now()));
      }
    };
    hear();
    const leave = run.subscribe(hear);
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [run, everyMs]);

  return value;
}

/** Words about what is shown. While that was computed with other settings, words about these would be wrong: the last ones stay. */
export const useWords = (run: Run, everyMs: number, say: (snapshot: Snapshot) => string): string =>
  useSampled<string>(run, everyMs, (snapshot, before) =>
    snapshot.stale && before !== undefined ? before : say(snapshot),
  );
