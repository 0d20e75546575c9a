/** The step that the reader looks at, in all charts and pictures of a figure at once. */
import { createContext, useContext, useState, useSyncExternalStore } from "react";

export interface StepCursor {
  /** Null while the newest is shown. */
  step(): number | null;
  move(step: number | null): void;
  /** Returns its own removal. */
  subscribe(listener: () => void): () => void;
}

export function createStepCursor(): StepCursor {
  const listeners = new Set<() => void>();
  let at: number | null = null;
  return {
    step: () => at,
    move(step) {
      if (step === at) return;
      at = step;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const FigureCursor = createContext<StepCursor | null>(null);

/** The figure's cursor and where it is; a chart outside of figures has its own. */
export function useStepCursor(): readonly [StepCursor, number | null] {
  const shared = useContext(FigureCursor);
  const [own] = useState(createStepCursor);
  const cursor = shared ?? own;
  return [cursor, useSyncExternalStore(cursor.subscribe, cursor.step, cursor.step)];
}
