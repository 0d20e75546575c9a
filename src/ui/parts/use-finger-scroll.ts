import { useRef, type PointerEvent } from "react";

/**
 * Two fingers scroll the page from where one finger does something else. Browsers that let two fingers zoom take them away
 * themselves (`touch-action: pinch-zoom`), which ends this; not all of them scroll with two fingers that stay equally far apart.
 */
export function useFingerScroll() {
  const fingers = useRef(new Map<number, { x: number; y: number }>());
  const lift = ({ pointerId }: PointerEvent): void => {
    fingers.current.delete(pointerId);
  };
  return {
    /** True for a finger that is not the first. */
    onPointerDown({ pointerType, pointerId, clientX, clientY }: PointerEvent): boolean {
      if (pointerType !== "touch") return false;
      fingers.current.set(pointerId, { x: clientX, y: clientY });
      return fingers.current.size > 1;
    },
    onPointerMove({ pointerId, clientX, clientY }: PointerEvent): void {
      const last = fingers.current.get(pointerId);
      const n = fingers.current.size;
      if (!last) return;
      if (n > 1)
        scrollBy({
          left: (last.x - clientX) / n,
          top: (last.y - clientY) / n,
          behavior: "instant",
        });
      fingers.current.set(pointerId, { x: clientX, y: clientY });
    },
    onPointerUp: lift,
    onPointerCancel: lift,
  };
}
