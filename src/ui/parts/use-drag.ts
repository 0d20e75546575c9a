import { useCallback, useRef, type PointerEvent } from "react";

/** A finger that lies so long before it moves means to drag, ms. */
const RESTED = 150;
/** From here on a move has a direction, px. */
const SHORT = 8;

interface Held {
  readonly id: number;
  readonly element: Element;
  readonly anyWay: boolean | undefined;
  readonly start: PointerEvent;
  /** Whether it is ours; a finger may be the page's, which takes it away to scroll. */
  own?: boolean;
  /** The last move that was kept back, since it may be part of a swipe, of which nothing shall be left. */
  kept?: PointerEvent;
}

/** Whether a finger is ours and not the page's: by `touch-action`, after a rest, or by the way it sets out. */
function isOurs(
  { element, anyWay, start }: Held,
  { clientX, clientY, timeStamp }: PointerEvent,
): boolean {
  const { touchAction } = getComputedStyle(element);
  const [across, down] = [Math.abs(clientX - start.clientX), Math.abs(clientY - start.clientY)];
  return (
    !touchAction.includes("pan") ||
    (anyWay === true && timeStamp - start.timeStamp >= RESTED) ||
    (Math.max(across, down) >= SHORT && !touchAction.includes(across > down ? "pan-x" : "pan-y"))
  );
}

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
  const held = useRef<Held | null>(null);
  const release = (): void => {
    const { id, element } = held.current!;
    held.current = null;
    if (element.hasPointerCapture(id)) element.releasePointerCapture(id);
  };
  // Browsers that do not heed `touch-action` within SVG would scroll the page below a drag.
  const ref = useCallback((element: Element | null) => {
    const hold = (event: Event): void => {
      if (held.current?.own && event.cancelable) event.preventDefault();
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
      const { pointerId: id, currentTarget: element } = event;
      held.current = { id, element, anyWay: drag.anyWay, start: event };
      element.setPointerCapture(id);
    },
    onPointerMove(event: PointerEvent) {
      if (!isHeld(event)) return;
      const now = held.current!;
      now.own ||= event.pointerType !== "touch" || isOurs(now, event);
      if (now.own) drag.onMove(event);
      else now.kept = event;
    },
    onPointerUp(event: PointerEvent) {
      if (!isHeld(event)) return;
      const { own, kept } = held.current!;
      release();
      if (!own && kept) drag.onMove(kept);
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
