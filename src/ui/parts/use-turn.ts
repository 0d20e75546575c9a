import { useEffect, useRef } from "react";
import { isStill } from "./is-still.ts";
import { RADIUS, WIDTH, type Facing } from "./sphere-view.ts";
import { useDrag } from "./use-drag.ts";

/** A view at each time since it began, ms, until it is over. */
interface Motion {
  readonly lasts: number;
  at(elapsed: number): Facing;
}

const POLE = Math.PI / 2;
const within = (north: number): number => Math.min(POLE, Math.max(-POLE, north));

/** How soon a sphere that was let go comes to rest, ms; slower than this, rad/ms, it rests at once. */
const COASTS = 260;
const SLOWEST = 2e-4;
/** Held still for so long before it is let go, it stays, ms. */
const HELD = 60;
const GLIDES = 300;
const coast = (from: Facing, [east, north]: readonly [number, number]): Motion => ({
  lasts: 5 * COASTS,
  at(elapsed) {
    const way = COASTS * (1 - Math.exp(-elapsed / COASTS));
    return { east: from.east + way * east, north: within(from.north + way * north) };
  },
});

const glide = (from: Facing, to: Facing): Motion => ({
  lasts: GLIDES,
  at(elapsed) {
    const share = 1 - (1 - elapsed / GLIDES) ** 3;
    return {
      east: from.east + share * (to.east - from.east),
      north: from.north + share * (to.north - from.north),
    };
  },
});

/** Turns a sphere by a pointer, with momentum, and by gliding to a view. With reduced motion it jumps. */
export function useTurn(view: Facing, setView: (view: Facing) => void) {
  /** The same between two renderings. */
  const now = useRef(view);
  useEffect(() => {
    now.current = view;
  }, [view]);
  const frame = useRef(0);
  const hold = useRef({
    from: view,
    x: 0,
    y: 0,
    time: 0,
    speed: [0, 0] as readonly [number, number],
  });
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  const set = (next: Facing): void => {
    now.current = next;
    setView(next);
  };
  const stop = (): void => cancelAnimationFrame(frame.current);
  const play = (motion: Motion): void => {
    stop();
    const begun = performance.now();
    const draw = (time: number): void => {
      const elapsed = Math.max(0, time - begun);
      set(motion.at(Math.min(motion.lasts, elapsed)));
      if (elapsed < motion.lasts) frame.current = requestAnimationFrame(draw);
    };
    frame.current = requestAnimationFrame(draw);
  };

  const drag = useDrag({
    onStart({ clientX: x, clientY: y, timeStamp: time }) {
      stop();
      hold.current = { from: now.current, x, y, time, speed: [0, 0] };
      return true;
    },
    onMove({ clientX, clientY, currentTarget, timeStamp }) {
      const { x, y, time } = hold.current;
      const perPx = WIDTH / (RADIUS * currentTarget.getBoundingClientRect().width);
      const [east, north] = [-(clientX - x) * perPx, (clientY - y) * perPx];
      const took = Math.max(1, timeStamp - time);
      hold.current = {
        ...hold.current,
        x: clientX,
        y: clientY,
        time: timeStamp,
        speed: [east / took, north / took],
      };
      set({ east: now.current.east + east, north: within(now.current.north + north) });
    },
    onEnd() {
      const { speed, time } = hold.current;
      const rests = Math.hypot(...speed) < SLOWEST || performance.now() - time > HELD;
      if (!rests && !isStill()) play(coast(now.current, speed));
    },
    onCancel: () => set(hold.current.from),
  });

  return {
    view,
    drag,
    set,
    stop,
    glideTo(to: Facing) {
      if (isStill()) {
        stop();
        set(to);
      } else play(glide(now.current, to));
    },
  };
}
