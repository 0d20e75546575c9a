/** All of marks that every page carries: fetches the rest when the note has marks, or when the reader asks for it. */
import { isMarked } from "./flag.ts";

type Rest = (typeof import("./start-highlights.tsx"))["highlights"];

let rest: Promise<Rest> | undefined;
let here: HTMLElement | null = null;

export function fetchMarks(): Promise<Rest> {
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
  void fetchMarks().then(
    ({ list }) => list(),
    () => alert("Your notes could not be fetched."),
  );

/** Says which note is on the page. */
export function noteShown(body: HTMLElement | null): void {
  here = body;
  if (rest) void rest.then(({ showNote }) => showNote(body));
  else if (body && isMarked(body.dataset.note!))
    (window.requestIdleCallback ?? setTimeout)(fetchMarks);
}
