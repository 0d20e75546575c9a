import { useLayoutEffect, useRef, type PointerEvent, type RefObject } from "react";
import type { Numbers } from "./stage-box.ts";
import { nearestPoint } from "./sphere-paths.ts";
import {
  facing,
  facingInWords,
  HEIGHTS,
  WIDTH,
  type Facing,
  type Placed,
  type Projection,
} from "./sphere-view.ts";
import { useTurn } from "./use-turn.ts";

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

export interface SphereReaderProps {
  /** What the pointer moves over. */
  readonly plane: RefObject<HTMLElement | null>;
  /** The last press before there was anything to follow it: its begin, or its end if that has come. */
  readonly early: RefObject<globalThis.PointerEvent | null>;
  readonly points: Numbers;
  readonly places: readonly (Placed | null)[];
  readonly projection: Projection;
  readonly view: Facing;
  setView(view: Facing): void;
  /** The point that is read, or -1. */
  pick(i: number): void;
  /** Tells what keys have done to who cannot see it. */
  say(words: string): void;
  /** A point in words. */
  nameOf(i: number): string;
}

/** Turns a sphere and reads its points: under a pointer, by a press, or one after another by keys. It draws nothing itself. */
export function SphereReader(props: SphereReaderProps) {
  const { plane, early } = props;
  const handlers = useHandlers(props);
  const latest = useRef(handlers);
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  // Before any other event: a press between the drawing and the listening would be nobody's.
  useLayoutEffect(() => {
    const leave = new AbortController();
    for (const name of Object.keys(latest.current) as (keyof typeof handlers)[])
      plane.current!.addEventListener(name, (event) => latest.current[name](event as never), {
        signal: leave.signal,
      });
    const press = early.current;
    if (press) plane.current!.dispatchEvent(new globalThis.PointerEvent(press.type, press));
    return () => leave.abort();
  }, [plane, early]);
  return null;
}

/** What to do with each event. */
function useHandlers(sphere: SphereReaderProps) {
  const { points, places, projection, view, setView, pick, say, nameOf } = sphere;
  const turn = useTurn(view, setView);
  const read = useRef({ hovered: -1, pinned: -1 });
  const pressed = useRef<readonly [number, number] | null>(null);
  const n = points.shape[0]!;

  const change = (next: Partial<typeof read.current>): void => {
    const { hovered, pinned } = Object.assign(read.current, next);
    pick(hovered >= 0 ? hovered : pinned);
  };
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
    change({ pinned: i });
    say(`Point ${i + 1} of ${n}: ${nameOf(i)}`);
    turn.glideTo(facing(x, y, z, view));
  };
  const turnBy = ([east, north]: readonly [number, number], step: number): void => {
    const to = { east: view.east + step * east, north: view.north + step * north };
    to.north = Math.min(Math.PI / 2, Math.max(-Math.PI / 2, to.north));
    turn.stop();
    turn.set(to);
    say(`Facing ${facingInWords(to)}`);
  };

  /** True if the key is one of ours. */
  const act = ({ key, shiftKey }: KeyboardEvent): boolean => {
    const { pinned } = read.current;
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
    else if (key === "Escape" && pinned >= 0) change({ pinned: -1 });
    else return false;
    return true;
  };

  return {
    pointerdown(event: PointerEvent) {
      pressed.current = [event.clientX, event.clientY];
      change({ hovered: -1 });
      turn.drag.onPointerDown(event);
    },
    pointermove(event: PointerEvent) {
      turn.drag.onPointerMove(event);
      if (event.buttons === 0) change({ hovered: pointUnder(event) });
    },
    pointerup(event: PointerEvent) {
      turn.drag.onPointerUp(event);
      // A press may have ended before there was anything to follow it.
      const [x, y] = pressed.current ?? [event.clientX, event.clientY];
      pressed.current = null;
      if (Math.hypot(event.clientX - x, event.clientY - y) < STILL)
        change({ pinned: pointUnder(event) });
    },
    pointercancel: turn.drag.onPointerCancel,
    lostpointercapture: turn.drag.onLostPointerCapture,
    pointerleave: () => change({ hovered: -1 }),
    keydown(event: KeyboardEvent) {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if ((event.key === "Escape" && turn.drag.escape()) || act(event)) event.preventDefault();
    },
  };
}
