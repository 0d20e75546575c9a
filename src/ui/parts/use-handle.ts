import { useEffect, useRef, type KeyboardEvent, type PointerEvent } from "react";
import type { Place } from "./stage-box.ts";
import { afterKey, settled, type Way } from "./grip-steps.ts";
import { useStage } from "./stage-scale.ts";
import { useDrag } from "./use-drag.ts";

export interface Handle {
  readonly at: Place;
  /** What it can be moved along. */
  readonly way: Way;
  /** Granularity in data units; by default about a hundredth of the box, a power of ten. */
  readonly step?: number;
  /** While it moves, and once more with its first place if the drag is given up. */
  onInput(at: Place): void;
  /** Once, when the reader lets go. */
  onCommit(at: Place): void;
}

/** Moving one place on a stage by pointer and by keys. */
export function useHandle(handle: Handle) {
  const { at, way, step, onInput } = handle;
  const { box, fromPx } = useStage();
  const latest = useRef(handle);
  useEffect(() => {
    latest.current = handle;
  });
  /** Where it stands since the first input that no commit has followed. */
  const pending = useRef<Place | null>(null);
  const drag = useRef({ from: at, offset: [0, 0] as Place });

  const move = (next: Place): void => {
    const [x, y] = pending.current ?? at;
    if (next[0] === x && next[1] === y) return;
    pending.current = next;
    onInput(next);
  };
  const commit = (): void => {
    const place = pending.current;
    pending.current = null;
    if (place) latest.current.onCommit(place);
  };
  const pointers = useDrag({
    anyWay: way === "both",
    onStart({ clientX, clientY }: PointerEvent) {
      commit();
      const [x, y] = fromPx(clientX, clientY);
      // It hangs where it was taken: nothing jumps under the finger.
      drag.current = { from: at, offset: [at[0] - x, at[1] - y] };
      return true;
    },
    onMove({ clientX, clientY }: PointerEvent) {
      const { from, offset } = drag.current;
      const [x, y] = fromPx(clientX, clientY);
      move(settled([x + offset[0], y + offset[1]], from, way, box, step));
    },
    onEnd: commit,
    onCancel() {
      if (!pending.current) return;
      pending.current = null;
      latest.current.onInput(drag.current.from);
    },
  });
  const { escape, ...handlers } = pointers;
  return {
    ...handlers,
    onKeyDown(event: KeyboardEvent) {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === "Escape" && escape()) event.preventDefault();
      const next = afterKey(event, at, { way, box, ...(step !== undefined && { step }) });
      if (!next) return;
      event.preventDefault();
      move(next);
    },
    onKeyUp: commit,
    onBlur: commit,
  };
}
