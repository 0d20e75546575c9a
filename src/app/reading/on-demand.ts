/**
 * Cards that open in place (citations, equations, symbols) and BibTeX are code that a page can be read without: it is
 * fetched when a reader first points at, focuses or presses something that needs it, and is handed that event.
 */
import { isPlainPress } from "../router.tsx";
import { partAt, triggerAt } from "./trigger.ts";

const EVENTS = ["pointerover", "focusin", "click", "keydown"] as const;

/** A plain press of a place's own `#`. */
function copies(event: MouseEvent): void {
  const anchor = (event.target as Element).closest<HTMLAnchorElement>("a.anchor");
  if (!anchor || !isPlainPress(event)) return;
  import("./copy-anchor.ts").then(({ copyAnchor }) => copyAnchor(anchor)).catch(() => undefined);
}

export function openOnDemand(): void {
  addEventListener("click", copies);
  let touched = false;
  let coming = false;
  let latest: Event | undefined;
  const down = ({ pointerType }: PointerEvent): void => {
    touched = pointerType === "touch";
  };
  const wake = (event: Event): void => {
    const trigger = triggerAt(event.target);
    // The first Tab may lead to a formula, which becomes a stop only then; assistive technology moves the focus without keys.
    const moves = (event as KeyboardEvent).key === "Tab" || event.type === "focusin";
    if (!trigger && !partAt(event.target) && !(moves && document.querySelector(".note-body")))
      return;
    // The first tap opens the card, and the card has the link.
    if (touched && event.type === "click" && trigger?.matches("a:not([data-control])"))
      event.preventDefault();
    // What was pressed is done; what the pointer passed since then, or the key that pressed it, is not.
    if (latest?.type !== "click" || event.type === "click") latest = event;
    if (coming) return;
    coming = true;
    import("./cards/start-cards.ts").then(
      ({ start }) => {
        removeEventListener("pointerdown", down);
        for (const name of EVENTS) removeEventListener(name, wake);
        start(latest!);
      },
      () => {
        coming = false;
        const held = latest!;
        latest = undefined;
        const link = triggerAt(held.target) as HTMLAnchorElement | null;
        if (held.defaultPrevented && link) location.hash = link.hash;
      },
    );
  };
  addEventListener("pointerdown", down);
  for (const name of EVENTS) addEventListener(name, wake);
}
