/** Leads to a result: opens its note, finds the paragraph that holds the words, and keeps it in view while the page grows. */
import { navigate } from "../router.tsx";
import { pathOf } from "../notes.ts";
import { keepAnchor } from "../reading/keep-anchor.ts";
import type { Hit } from "./find.ts";
import { placesOf, termsOf } from "./terms.ts";

/** A note that has not come by then will not come, ms. */
const PATIENCE = 15_000;
const HEADING = /^H[1-6]$/;

export function arrive({ slug, passage, terms }: Hit): void {
  const path = pathOf(slug);
  // On the same page the settings of demos stay in the address, and the browser itself follows the hash.
  if (location.pathname !== path) navigate(path + (passage.id && `#${passage.id}`));
  else if (passage.id) location.hash = passage.id;
  const wanted =
    passage.kind === "symbol"
      ? new Set(placesOf(passage.title).flatMap(({ word }) => termsOf(word)))
      : terms;
  whenShown(slug, (body) => {
    const place = passage.id
      ? document.getElementById(passage.id)
      : body.closest("article")?.querySelector<HTMLElement>("h1");
    if (place) show(spotAt(place, wanted), terms);
  });
}

/** Calls back once the note is on the page, and the page has done what it does after a change of notes. */
function whenShown(slug: string, then: (body: HTMLElement) => void): void {
  const until = performance.now() + PATIENCE;
  const look = (): void => {
    const body = document.querySelector<HTMLElement>(`[data-note="${CSS.escape(slug)}"]`);
    if (body) requestAnimationFrame(() => then(body));
    else if (performance.now() < until) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const count = (element: Element, terms: ReadonlySet<string>): number =>
  new Set(
    placesOf(element.textContent).flatMap(({ word }) =>
      termsOf(word).filter((term) => terms.has(term)),
    ),
  ).size;

/** The block of a section in which most of the words stand; the first of several, the heading before all. */
function spotAt(place: HTMLElement, terms: ReadonlySet<string>): HTMLElement {
  if (!HEADING.test(place.tagName)) return place;
  let best = { spot: place, count: count(place, terms) };
  for (let next = place.nextElementSibling; next; next = next.nextElementSibling) {
    if (HEADING.test(next.tagName)) break;
    if (next.matches("aside, figure, .equation")) continue;
    const inner = next.querySelectorAll<HTMLElement>("p, li, tr, dd, pre");
    for (const spot of inner.length > 0 ? inner : [next as HTMLElement]) {
      const found = count(spot, terms);
      if (found > best.count && !spot.closest("aside, figure")) best = { spot, count: found };
    }
  }
  return best.spot;
}

let clear: (() => void) | undefined;

function show(spot: HTMLElement, terms: ReadonlySet<string>): void {
  clear?.();
  // A remark that is folded away opens.
  const fold = spot.querySelector<HTMLInputElement>(".margin-switch");
  if (fold) fold.checked = true;
  spot.dataset.found = "";
  spot.tabIndex = -1;
  spot.focus({ preventScroll: true });
  markWords(spot, terms);
  keepAnchor(spot);
  clear = () => {
    delete spot.dataset.found;
    spot.removeAttribute("tabindex");
    CSS.highlights?.delete("found");
    removeEventListener("pointerdown", clear!);
    clear = undefined;
  };
  addEventListener("pointerdown", clear);
}

/** Colours the words without touching the document, where the browser can. */
function markWords(spot: HTMLElement, terms: ReadonlySet<string>): void {
  if (!CSS.highlights) return;
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(spot, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    // A formula's letters are set one by one: it is found by the block that it stands in.
    if (text.parentElement?.closest(".katex, .anchor")) continue;
    for (const { word, start } of placesOf(text.data)) {
      if (!termsOf(word).some((term) => terms.has(term))) continue;
      const range = new Range();
      range.setStart(text, start);
      range.setEnd(text, start + word.length);
      ranges.push(range);
    }
  }
  CSS.highlights.set("found", new Highlight(...ranges));
}
