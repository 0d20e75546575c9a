import { useCallback, useRef, type PointerEvent } from "react";

/** A finger that lies so long before it moves means to drag, ms. */
const RESTED = 150;

export interface Drag {
  /** A finger that has rested drags whatever way it goes, also where swipes are the page's. */
  readonly anyWay?: boolean;
  /** At the press. False leaves the pointer to others. */
  onStart(event: PointerEvent): boolean;
  onMove(event: PointerEvent): void;
  /** The reader let go. */
  onEnd(): void;
  /** The browser took the pointer away, to scroll for one, or the reader pressed Escape: nothing shall have happened. */
  onCancel(): void;
}

/** Handlers for an element that is dragged by one pointer at a time. Its `touch-action` says which swipes are its own. */
export function useDrag(drag: Drag) {
  const held = useRef<{
    id: number;
    element: Element;
    since: number;
    anyWay: boolean;
    own?: boolean;
  } | null>(null);
  const release = (): void => {
    const { id, element } = held.current!;
    held.current = null;
    if (element.hasPointerCapture(id)) element.releasePointerCapture(id);
  };
  // Browsers that do not heed `touch-action` within SVG would scroll the page below a drag.
  const ref = useCallback((element: Element | null) => {
    const hold = (event: Event): void => {
      const now = held.current;
      if (!now || !event.cancelable) return;
      now.own ??=
        getComputedStyle(element!).touchAction === "none" ||
        (now.anyWay && event.timeStamp - now.since >= RESTED);
      if (now.own) event.preventDefault();
    };
    element?.addEventListener("touchmove", hold, { passive: false });
    return () => element?.removeEventListener("touchmove", hold);
  }, []);
  const isHeld = (event: PointerEvent): boolean => held.current?.id === event.pointerId;
  const cancel = (event: PointerEvent): void => {
    if (!isHeld(event)) return;
    release();
    drag.onCancel();
  };
  return {
    ref,
    onPointerDown(event: PointerEvent) {
      if (held.current || event.button !== 0 || !drag.onStart(event)) return;
      held.current = {
        id: event.pointerId,
        element: event.currentTarget,
        since: event.timeStamp,
        anyWay: drag.anyWay ?? false,
      };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent) {
      if (isHeld(event)) drag.onMove(event);
    },
    onPointerUp(event: PointerEvent) {
      if (!isHeld(event)) return;
      release();
      drag.onEnd();
    },
    onPointerCancel: cancel,
    onLostPointerCapture: cancel,
    /** True if there was something to give back. */
    escape(): boolean {
      if (!held.current) return false;
      release();
      drag.onCancel();
      return true;
    },
  };
}
