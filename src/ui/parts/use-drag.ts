import { useCallback, useRef, type PointerEvent } from "react";

/** A finger that lies so long before it moves means to drag, ms. */
const RESTED = 150;
/** From here on a move has a direction, px. */
const SHORT = 8;

/** A finger's way, px, on an element with this `touch-action`: whether the browser takes it to scroll the page. */
function isSwipe(touchAction: string, across: number, down: number): boolean {
  if (touchAction === "auto" || touchAction === "manipulation") return true;
  return touchAction.includes(Math.abs(down) > Math.abs(across) ? "pan-y" : "pan-x");
}

interface Held {
  readonly id: number;
  readonly element: Element;
  readonly since: number;
  readonly at: readonly [number, number];
  readonly anyWay: boolean;
  /** Whether touches are ours and not the page's; not known before the first moves. */
  own?: boolean;
  /** Whether it has set out in a way that is no swipe. */
  dragging?: boolean;
  /** The last move that was kept back, since it may be part of a swipe, of which nothing shall be left. */
  kept?: PointerEvent | undefined;
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

const isRested = (
  { anyWay, since }: Held,
  { timeStamp }: { readonly timeStamp: number },
): boolean => anyWay && timeStamp - since >= RESTED;

/** Whether the browser may still take this pointer away to scroll. What was ours once stays so. */
function maybeSwipe(now: Held, event: PointerEvent): boolean {
  if (event.pointerType !== "touch" || now.own || now.dragging) return false;
  const [across, down] = [event.clientX - now.at[0], event.clientY - now.at[1]];
  const { touchAction } = getComputedStyle(now.element);
  now.dragging = isRested(now, event)
    ? true
    : Math.hypot(across, down) >= SHORT && !isSwipe(touchAction, across, down);
  return !now.dragging && /auto|manipulation|pan/.test(touchAction);
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
      const now = held.current;
      if (!now || !event.cancelable) return;
      now.own ??= getComputedStyle(element!).touchAction === "none" || isRested(now, event);
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
        at: [event.clientX, event.clientY],
        anyWay: drag.anyWay ?? false,
      };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent) {
      if (!isHeld(event)) return;
      const now = held.current!;
      now.kept = maybeSwipe(now, event) ? event : undefined;
      if (!now.kept) drag.onMove(event);
    },
    onPointerUp(event: PointerEvent) {
      if (!isHeld(event)) return;
      const { kept } = held.current!;
      release();
      if (kept) drag.onMove(kept);
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
