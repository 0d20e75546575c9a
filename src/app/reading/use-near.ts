import { useEffect, useState } from "react";
import { watchSeen } from "../../ui/watch-seen.ts";

/** Twice the window's height on both sides: a figure is ready before a reader who scrolls has come to it. */
const MARGIN = "200% 0px";

/** Whether the address names something inside a place: a line of its code, a control. */
const isAddressed = ({ id }: Element): boolean => location.hash.startsWith(`#${id}-`);

const WANTED = "lp-wanted";

/** Has a figure come alive wherever its place is. */
export const wake = (place: Element): boolean => place.dispatchEvent(new Event(WANTED));

/** Whether a place has ever been near the window, asked for by the address, or woken. One without content is always near: it would grow. */
export function useNear(place: Element): boolean {
  const [near, setNear] = useState(() => !place.hasChildNodes() || isAddressed(place));
  useEffect(() => {
    if (near) return undefined;
    const come = (): void => setNear(true);
    const look = (): void => {
      if (isAddressed(place)) come();
    };
    const stop = watchSeen(place, (seen) => seen && come(), { rootMargin: MARGIN });
    addEventListener("hashchange", look);
    place.addEventListener(WANTED, come);
    return () => {
      stop();
      removeEventListener("hashchange", look);
      place.removeEventListener(WANTED, come);
    };
  }, [near, place]);
  return near;
}
