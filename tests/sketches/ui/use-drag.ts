import { useRef, type PointerEvent } from "react";

export interface Drag {
  /** At the press, then at each move of the pressed pointer: the place as shares of the element's width and height. */
  onMove(x: number, y: number, first: boolean): void;
  /** When the pointer lets go. */
  onEnd(): void;
}

/** Handlers for an element on which a pressed pointer draws or drags. */
export function useDrag({ onMove, onEnd }: Drag) {
  const pressed = useRef(false);
  const tell = (event: PointerEvent, first: boolean): void => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    onMove((event.clientX - left) / width, (event.clientY - top) / height, first);
  };
  return {
    style: { touchAction: "none" } as const,
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      pressed.current = true;
      tell(event, true);
    },
    onPointerMove(event: PointerEvent) {
      if (pressed.current) tell(event, false);
    },
    onLostPointerCapture() {
      if (!pressed.current) return;
      pressed.current = false;
      onEnd();
    },
  };
}
