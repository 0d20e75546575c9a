import { useEffect, useState } from "react";

/** Twice the window's height on both sides: a figure is ready before a reader who scrolls has come to it. */
const MARGIN = "200% 0px";

/** Whether the address names something inside a place: a line of its code, a control. */
const isAddressed = ({ id }: Element): boolean => location.hash.startsWith(`#${id}-`);

/** Whether a place has ever been near the window, or asked for by the address. One without content is always near: it would grow. */
export function useNear(place: Element): boolean {
  const [near, setNear] = useState(() => !place.hasChildNodes() || isAddressed(place));
  useEffect(() => {
    if (near) return undefined;
    const come = (): void => setNear(true);
    const look = (): void => {
      if (isAddressed(place)) come();
    };
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) come();
      },
      { rootMargin: MARGIN },
    );
    observer.observe(place);
    addEventListener("hashchange", look);
    return () => {
      observer.disconnect();
      removeEventListener("hashchange", look);
    };
  }, [near, place]);
  return near;
}
