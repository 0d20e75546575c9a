/** Ways to marks: a selected passage, and keys. */
import { isTyping } from "../shell/typing.ts";
import { fetchMarks, openNotes } from "./fetch-marks.ts";

/** A third click selects all of a block: a browser's own way ends at the first formula, in which KaTeX has boxes of every kind. */
function selectBlock({ detail, target }: MouseEvent): void {
  const block = (target as Element).closest?.(".note-body :is(p, li, dd, td, th, h2, h3)");
  if (detail === 3 && block?.querySelector(".katex")) getSelection()?.selectAllChildren(block);
}

function passageSelected(): void {
  const selection = getSelection();
  const note = document.querySelector(".note-body");
  if (note && selection && !selection.isCollapsed && selection.containsNode(note, true))
    void fetchMarks();
}

export function watchForMarks(): void {
  document.addEventListener("selectionchange", passageSelected);
  // It may have been there first.
  passageSelected();
  addEventListener("click", selectBlock);
  addEventListener("keydown", (event) => {
    const { altKey, shiftKey, ctrlKey, metaKey, code } = event;
    if (!altKey || !shiftKey || ctrlKey || metaKey || !/^Key[HN]$/.test(code)) return;
    // Some layouts have letters there: Ń, Ó.
    if (isTyping(event)) return;
    event.preventDefault();
    if (code === "KeyN") openNotes();
    else void fetchMarks().then(({ mark }) => mark());
  });
}
