import { useEffect, useState } from "react";

/** Twice the window's height on both sides: a figure is ready before a reader who scrolls has come to it. */
const MARGIN = "200% 0px";

/** Whether a place has ever been near the window. */
export function useNear(place: Element): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (near) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: MARGIN },
    );
    observer.observe(place);
    return () => observer.disconnect();
  }, [near, place]);
  return near;
}
