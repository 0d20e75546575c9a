/**
 * All of marks that every page carries: fetches the rest when a passage is selected, when the note has marks, or when the
 * reader asks for it.
 */
import { isTyping } from "../shell/typing.ts";
import { isMarked } from "./flag.ts";

type Rest = (typeof import("./start-highlights.tsx"))["highlights"];

let rest: Promise<Rest> | undefined;
let here: HTMLElement | null = null;

function fetchRest(): Promise<Rest> {
  rest ??= import("./start-highlights.tsx").then(({ highlights }) => {
    highlights.showNote(here);
    return highlights;
  });
  // Without a connection, say: the next wish asks again.
  rest.catch(() => (rest = undefined));
  return rest;
}

/** Opens or closes “Your notes”. */
export const openNotes = (): void =>
  void fetchRest().then(
    ({ list }) => list(),
    () => alert("Your notes could not be fetched."),
  );

/** Says which note is on the page. */
export function noteShown(body: HTMLElement | null): void {
  here = body;
  if (rest) void rest.then(({ showNote }) => showNote(body));
  else if (body && isMarked(body.dataset.note!))
    (window.requestIdleCallback ?? setTimeout)(fetchRest);
}

/** A third click selects all of a block: a browser's own way ends at the first formula, in which KaTeX has boxes of every kind. */
function selectBlock({ detail, target }: MouseEvent): void {
  const block = (target as Element).closest?.(".note-body :is(p, li, dd, td, th, h2, h3)");
  if (detail === 3 && block?.querySelector(".katex")) getSelection()?.selectAllChildren(block);
}

export function watchForMarks(): void {
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (!rest && here && selection && !selection.isCollapsed && selection.containsNode(here, true))
      void fetchRest();
  });
  addEventListener("click", selectBlock);
  addEventListener("keydown", (event) => {
    const { altKey, shiftKey, ctrlKey, metaKey, code } = event;
    if (!altKey || !shiftKey || ctrlKey || metaKey || !/^Key[HN]$/.test(code)) return;
    // Some layouts have letters there: Ń, Ó.
    if (isTyping(event)) return;
    event.preventDefault();
    if (code === "KeyN") openNotes();
    else void fetchRest().then(({ mark }) => mark());
  });
}
