/** Takes the reader to the passage of a mark. */
import { navigate } from "../router.tsx";
import { noteAt, pathOf } from "../notes.ts";
import { pageMoves } from "../reading/moved-by-page.ts";
import type { Mark } from "./mark.ts";
import { page, places, searching, type Place } from "./marked-page.ts";
import { canPaint, flash } from "./paint.ts";
import { notice, panelOpen } from "./opened.ts";

/** A passage is shown with this much of the window above it. */
const ABOVE = 0.3;
const BLOCK = "p, li, h2, h3, h4, dd, dt, td, th, blockquote, .katex-display, .margin-note";

/** To be gone to once its note is on the page. */
let awaited: string | null = null;

export function goTo({ id, note }: Mark): void {
  panelOpen.set(false);
  awaited = id;
  if (note === page.get()?.slug) arrive();
  else if (noteAt(pathOf(note))) navigate(pathOf(note));
}

/** To be called when a note has come, and its marks have been found in it. */
export function arrive(): void {
  const id = awaited;
  if (id === null || !page.get() || searching.get()) return;
  awaited = null;
  const place = places.get().get(id);
  if (!place) {
    notice.set({ sentence: "The passage of this highlight is not in the text any more." });
    return;
  }
  // The page puts the focus and the place right first, for a new page or a closed dialog.
  requestAnimationFrame(() => show(place));
}

function show(place: Place): void {
  const { range } = place;
  const { startContainer } = range;
  const element =
    startContainer instanceof Element ? startContainer : startContainer.parentElement!;
  const fold = element.closest(".margin-note")?.querySelector<HTMLInputElement>(".margin-switch");
  if (fold) fold.checked = true;
  pageMoves();
  const { top } = range.getBoundingClientRect();
  scrollTo({ top: scrollY + top - innerHeight * ABOVE, behavior: "instant" });
  focusOn(element.closest<HTMLElement>(BLOCK) ?? (element as HTMLElement));
  flash(place);
  if (!canPaint())
    getSelection()?.setBaseAndExtent(
      startContainer,
      range.startOffset,
      range.endContainer,
      range.endOffset,
    );
}

/** Reading aloud and the Tab key go on from here. */
function focusOn(block: HTMLElement): void {
  if (!block.hasAttribute("tabindex")) {
    block.tabIndex = -1;
    block.dataset.arrived = "";
    block.addEventListener(
      "blur",
      () => {
        block.removeAttribute("tabindex");
        delete block.dataset.arrived;
      },
      { once: true },
    );
  }
  block.focus({ preventScroll: true });
}
