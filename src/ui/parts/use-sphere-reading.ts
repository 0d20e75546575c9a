import { useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import type { Numbers } from "./stage-box.ts";
import { nearestPoint } from "./sphere-paths.ts";
import {
  facing,
  facingInWords,
  HEIGHTS,
  WIDTH,
  type Placed,
  type Projection,
} from "./sphere-view.ts";
import type { useTurn } from "./use-turn.ts";

/** How far from a point a pointer may be, in units of the view. */
const REACH: Readonly<Record<string, number>> = { mouse: 12, pen: 16, touch: 24 };
/** A finger that moved less than this pressed, px. */
const STILL = 6;
/** An arrow key turns by this, with Shift by a fifth. */
const STEP = Math.PI / 18;

const ARROWS: Readonly<Record<string, readonly [east: number, north: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** What the keys do, for who cannot see it done. */
export const SPHERE_KEYS =
  "Arrow keys turn it, with Shift by less. Page Down and Page Up go from point to point, Home to the first, Escape leaves the point.";

export interface SphereReading {
  readonly points: Numbers;
  readonly places: readonly (Placed | null)[];
  readonly projection: Projection;
  readonly turn: ReturnType<typeof useTurn>;
  /** A point in words. */
  nameOf(i: number): string;
}

/** Reading the points of a sphere: under a pointer, by a press, or one after another by keys. */
export function useSphereReading({ points, places, projection, turn, nameOf }: SphereReading) {
  const [hovered, setHovered] = useState(-1);
  const [pinned, setPinned] = useState(-1);
  const [said, setSaid] = useState("");
  const pressed = useRef<readonly [number, number] | null>(null);
  const n = points.shape[0]!;

  const pointUnder = ({ clientX, clientY, currentTarget, pointerType }: PointerEvent): number => {
    const { left, top, width } = currentTarget.getBoundingClientRect();
    const [x, y] = [clientX - left, clientY - top].map((px) => (px / width) * WIDTH) as [
      number,
      number,
    ];
    const reach = REACH[pointerType] ?? 0;
    return nearestPoint(places, x, y - (WIDTH - HEIGHTS[projection]) / 2, reach);
  };
  const goTo = (i: number): void => {
    const [x, y, z] = points.data.subarray(3 * i, 3 * i + 3) as unknown as [number, number, number];
    setPinned(i);
    setSaid(`Point ${i + 1} of ${n}: ${nameOf(i)}`);
    turn.glideTo(facing(x, y, z, turn.view));
  };
  const turnBy = ([east, north]: readonly [number, number], step: number): void => {
    const to = { east: turn.view.east + step * east, north: turn.view.north + step * north };
    to.north = Math.min(Math.PI / 2, Math.max(-Math.PI / 2, to.north));
    turn.stop();
    turn.set(to);
    setSaid(`Facing ${facingInWords(to)}`);
  };

  /** True if the key is one of ours. */
  const act = ({ key, shiftKey }: KeyboardEvent): boolean => {
    const steps: Readonly<Record<string, number>> = {
      PageDown: (pinned + 1) % n,
      PageUp: (Math.max(0, pinned) + n - 1) % n,
      Home: 0,
      End: n - 1,
    };
    const arrow = ARROWS[key];
    const next = steps[key];
    if (arrow) turnBy(arrow, shiftKey ? STEP / 5 : STEP);
    else if (next !== undefined) goTo(next);
    else if (key === "Escape" && pinned >= 0) setPinned(-1);
    else return false;
    return true;
  };

  return {
    picked: hovered >= 0 && hovered < n ? hovered : pinned < n ? pinned : -1,
    said,
    handlers: {
      onPointerDown(event: PointerEvent) {
        pressed.current = [event.clientX, event.clientY];
        setHovered(-1);
        turn.drag.onPointerDown(event);
      },
      onPointerMove(event: PointerEvent) {
        turn.drag.onPointerMove(event);
        if (event.buttons === 0) setHovered(pointUnder(event));
      },
      onPointerUp(event: PointerEvent) {
        turn.drag.onPointerUp(event);
        const [x, y] = pressed.current ?? [NaN, NaN];
        pressed.current = null;
        if (Math.hypot(event.clientX - x, event.clientY - y) < STILL) setPinned(pointUnder(event));
      },
      onPointerCancel: turn.drag.onPointerCancel,
      onLostPointerCapture: turn.drag.onLostPointerCapture,
      onPointerLeave: () => setHovered(-1),
      onKeyDown(event: KeyboardEvent) {
        if (event.altKey || event.ctrlKey || event.metaKey) return;
        if ((event.key === "Escape" && turn.drag.escape()) || act(event)) event.preventDefault();
      },
    },
  };
}
