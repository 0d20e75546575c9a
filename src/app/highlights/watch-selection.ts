/** Follows what the reader selects and presses in a note. */
import { MARK_KEYS } from "./keys.ts";
import { markAt, markAtCaret } from "./hit.ts";
import { spanOf } from "./note-text.ts";
import { page, places, text } from "./marked-page.ts";
import { card, notice, panelOpen, selected } from "./opened.ts";

/** A selection that rests this long is meant, ms. */
const REST = 200;
/** What a press on does something else than open a mark. */
const ACTIVE = "a, button, input, label, summary, select, textarea, figure.demo";

let pressed = false;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Takes what is selected now. */
function look(): void {
  clearTimeout(timer);
  const selection = getSelection();
  const body = page.get()?.body;
  if (!body || !selection || selection.isCollapsed || panelOpen.get()) return selected.set(null);
  const range = selection.getRangeAt(0);
  const span = body.contains(range.commonAncestorContainer) ? spanOf(text(), range) : null;
  const before = selected.get()?.span;
  if (span && before?.start === span.start && before.end === span.end) return undefined;
  if (span) tellOnce();
  return selected.set(span && { span, range: range.cloneRange() });
}

let told = false;

/** To those who do not see the bar; the shell has the place. */
function tellOnce(): void {
  const place = document.getElementById("said");
  if (told || !place) return;
  told = true;
  place.textContent = `To highlight what is selected or to write about it: ${MARK_KEYS}.`;
}

export function watchSelection(): void {
  const soon = (): void => {
    clearTimeout(timer);
    if (!pressed) timer = setTimeout(look, REST);
  };
  document.addEventListener("selectionchange", soon);
  addEventListener("pointerdown", ({ pointerType }) => {
    pressed = pointerType === "mouse";
  });
  addEventListener("pointerup", () => {
    pressed = false;
    soon();
  });
  addEventListener("pointercancel", () => {
    pressed = false;
  });
  addEventListener("click", ({ target, clientX, clientY }) => {
    const element = target as Element;
    if (!page.get()?.body.contains(element) || element.closest(ACTIVE)) return;
    if (!getSelection()?.isCollapsed) return;
    const id = markAt(places.get(), clientX, clientY);
    if (id !== null) card.set({ id, writing: false });
  });
  addEventListener("pointermove", showHand, { passive: true });
  soon();
}

let frame = 0;

/** The pointer says that a mark can be pressed. */
function showHand({ pointerType, clientX, clientY }: PointerEvent): void {
  if (pointerType !== "mouse" || frame !== 0 || places.get().size === 0) return;
  frame = requestAnimationFrame(() => {
    frame = 0;
    const over = markAt(places.get(), clientX, clientY) !== null;
    page.get()?.body.classList.toggle("mark-under", over);
  });
}

/** By key: to the bar for the selected passage, or to the card of the mark that the caret is in. */
export function toToolbar(): void {
  look();
  if (selected.get()) {
    // Drawn by then.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(".mark-toolbar button")?.focus(),
    );
    return;
  }
  const id = markAtCaret(places.get());
  if (id !== null) card.set({ id, writing: false });
  else notice.set({ sentence: "Select a passage of a note first." });
}
