import { startTransition, useCallback, useEffect, useLayoutEffect, useState } from "react";
import { createPortal } from "react-dom";
import type { FigurePlace } from "../../contract/figure-place.ts";
import { latePart } from "../../ui/late-part.tsx";
import type { DemoMountProps } from "../DemoMount.tsx";
import { openLinesHere } from "../code/open-lines-here.ts";
import { keepFocus } from "./keep-focus.ts";
import { doKeptPress } from "./kept-press.ts";
import { useNear } from "./use-near.ts";

// Pages without demos do without the code of figures.
export const DemoMount = latePart("This figure", () =>
  import("../DemoMount.tsx").then((part) => part.DemoMount),
);

interface DemoPortalProps extends Pick<DemoMountProps, "onRun"> {
  readonly inNote: FigurePlace;
  readonly place: HTMLElement;
}

/**
 * A live figure in its place in the text, once the reader comes near. What the page was served with stays there until the
 * live figure has been drawn, and goes in the same frame, so that nothing moves.
 */
export function DemoPortal({ inNote, place, onRun }: DemoPortalProps) {
  const { demo, form } = inNote;
  const near = useNear(place);
  // React keeps what suspended away for 300 ms: it is drawn when it suspends no more. What cannot be had, it says itself.
  const [ready, setReady] = useState(false);
  const [still] = useState(() => [...place.childNodes]);
  const [host] = useState(() => {
    const element = document.createElement("div");
    element.className = "demo-live";
    return element;
  });
  const drawn = useCallback(() => {
    const focus = keepFocus(still, host);
    doKeptPress(still, host);
    for (const node of still) node.remove();
    focus();
  }, [host, still]);
  useLayoutEffect(() => {
    // As `linked-figures.js` said of the address that the page was served at: the reader may be back at another.
    place.toggleAttribute("data-linked", location.search.includes(`${demo.split("/")[1]}.`));
    place.append(host);
    return () => host.remove();
  }, [demo, host, place]);
  useEffect(() => (form === "hero" ? undefined : openLinesHere(demo)), [demo, form]);
  useEffect(() => {
    if (!near) return;
    const show = (): void => startTransition(() => setReady(true));
    import("../DemoMount.tsx").then(({ openedDemo }) => openedDemo(demo)).then(show, show);
  }, [demo, near]);
  if (!ready) return null;
  return createPortal(
    <DemoMount inNote={inNote} place={host} onRun={onRun} onDrawn={drawn} />,
    host,
  );
}
