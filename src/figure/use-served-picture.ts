import { startTransition, useCallback, useEffect, useState, type RefCallback } from "react";
import type { Demo } from "../contract/demo.ts";
import type { Snapshot } from "../contract/view.ts";
import { isServed, servedParts } from "./served-parts.ts";

/**
 * Takes over the picture that the page was served with, so that a figure comes alive in two tasks, each short enough to answer the
 * reader between: what is around the picture, then the picture. Given to the element that shows it, until the live one follows;
 * null where there is none, or something else to show.
 */
export function useServedPicture(
  figure: string,
  view: number,
  demo: Demo,
  snapshot: Snapshot,
): RefCallback<Element> | null {
  const [first] = useState(snapshot);
  const [served] = useState(() =>
    isServed(demo, first) ? servedParts(figure, ".lp-view-picture")[view] : undefined,
  );
  const [waits, setWaits] = useState(served !== undefined);
  useEffect(() => startTransition(() => setWaits(false)), []);
  const take = useCallback(
    (place: Element | null): void => place?.append(...served!.childNodes),
    [served],
  );
  return waits && snapshot === first ? take : null;
}
