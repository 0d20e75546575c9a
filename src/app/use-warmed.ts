import { useEffect } from "react";
import { watchSeen } from "../ui/watch-seen.ts";
import { savesData } from "./saves-data.ts";

/** The window's height on both sides: the worker is ready when a reader who scrolls has come to the figure. */
const MARGIN = "100% 0px";

/** A pointer over a place, or the focus in it. */
const HAND = ["pointerover", "focusin"] as const;

/**
 * Calls `warm` once a place is near the window, or once the reader's hand comes to it: the figure that opens a note is near for
 * every reader. Not where the reader saves data.
 */
export function useWarmed(
  place: Element | undefined,
  warm: () => void,
  when: "near" | "hand" = "near",
): void {
  useEffect(() => {
    if (!place || savesData()) return undefined;
    if (when === "hand") {
      const leave = (): void => HAND.forEach((name) => place.removeEventListener(name, come));
      const come = (): void => {
        leave();
        warm();
      };
      for (const name of HAND) place.addEventListener(name, come);
      return leave;
    }
    let wanted = true;
    return watchSeen(
      place,
      (seen) => {
        if (!seen || !wanted) return;
        wanted = false;
        warm();
      },
      { rootMargin: MARGIN },
    );
  }, [place, warm, when]);
}
