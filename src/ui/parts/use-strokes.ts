import { useEffect, useRef, type PointerEvent } from "react";
import { brushFor, type Levels, type Tip } from "./brush.ts";
import type { Picture } from "./pixel-scale.ts";
import { extendStroke, shownStroke, startStroke, type Stroke } from "./stroke.ts";
import { useDrag } from "./use-drag.ts";
import type { Drawing } from "./use-drawing.ts";
import { useFingerScroll } from "./use-finger-scroll.ts";

/** A pen's stroke is 0.6 to 1.4 times as wide as a mouse's; by the standard a hand presses 0.5 as usual. */
const LIGHTEST = 0.6;
const PRESSED = 0.8;

/** Drawing by pointer: an action a stroke, shown at most once a frame. A second finger gives the stroke back and scrolls. */
export function useStrokes(drawing: Drawing, levels: Levels, erases: boolean) {
  const stroke = useRef<Stroke | null>(null);
  const frame = useRef(0);
  const latest = useRef(drawing);
  useEffect(() => {
    latest.current = drawing;
  });
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  const show = (): void => {
    frame.current = 0;
    if (stroke.current) latest.current.show(shownStroke(stroke.current));
  };
  const finish = (): void => {
    cancelAnimationFrame(frame.current);
    show();
    stroke.current = null;
  };

  const scroll = useFingerScroll();
  const drag = useDrag({
    onStart({ nativeEvent, currentTarget }) {
      const picture = drawing.now();
      drawing.begin();
      const tip = tipOf(nativeEvent, currentTarget.getBoundingClientRect(), picture);
      stroke.current = startStroke(picture, tip, brushFor(picture, levels, erases));
      show();
      return true;
    },
    onMove({ nativeEvent, currentTarget }) {
      if (!stroke.current) return;
      // What the pointer did since the last frame; events made by scripts have none of these.
      const parts = nativeEvent.getCoalescedEvents();
      const bounds = currentTarget.getBoundingClientRect();
      for (const part of parts.length > 0 ? parts : [nativeEvent])
        extendStroke(stroke.current, tipOf(part, bounds, stroke.current.inked));
      frame.current ||= requestAnimationFrame(show);
    },
    onEnd() {
      finish();
      latest.current.end();
    },
    onCancel() {
      finish();
      latest.current.giveBack();
    },
  });
  return {
    ...drag,
    onPointerDown(event: PointerEvent) {
      if (scroll.onPointerDown(event)) drag.escape();
      else drag.onPointerDown(event);
    },
    onPointerMove(event: PointerEvent) {
      scroll.onPointerMove(event);
      drag.onPointerMove(event);
    },
    onPointerUp(event: PointerEvent) {
      scroll.onPointerUp(event);
      drag.onPointerUp(event);
    },
    onPointerCancel(event: PointerEvent) {
      scroll.onPointerCancel(event);
      drag.onPointerCancel(event);
    },
  };
}

const tipOf = (
  { clientX, clientY, pressure, pointerType }: globalThis.PointerEvent,
  { left, top, width, height }: DOMRect,
  picture: Picture,
): Tip => ({
  x: ((clientX - left) / width) * picture.columns,
  y: ((clientY - top) / height) * picture.rows,
  pressure: pointerType === "pen" ? LIGHTEST + PRESSED * pressure : 1,
});
