import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Snapshot } from "../contract/view.ts";
import type { Run } from "../engine/page/run.ts";

/**
 * A part of the run's snapshot; re-renders only when that part changes. `part` must give the same object or primitive
 * for the same state.
 */
export function useRunPart<T>(run: Run, part: (snapshot: Snapshot) => T): T {
  const subscribe = useCallback((listener: () => void) => run.subscribe(listener), [run]);
  const read = (): T => part(run.snapshot());
  return useSyncExternalStore(subscribe, read, read);
}

/** What the run is, and whether it moves: changes of these are news and are never held back. */
const state = ({ phase, precomputed, seed }: Snapshot): string => `${phase} ${precomputed} ${seed}`;

/**
 * Something computed from the snapshot at most every `everyMs`, and at once when the run starts, pauses, ends or fails.
 * For text, which nobody reads at sixty changes a second.
 */
export function useSampled<T>(run: Run, everyMs: number, select: (snapshot: Snapshot) => T): T {
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
      setValue(latest.current(run.snapshot()));
    };
    const hear = (): void => {
      const now = state(run.snapshot());
      if (now !== known) {
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
