/**
 * Makes words of a note that set a figure (`data-set`) into buttons: they stay spans, so that they break with the line and can be
 * marked. What a press does comes with the cards, see `press-bound.ts`.
 */
import { figureName } from "../../contract/figure-place.ts";

/** With formulas once: they are set twice. */
function textOf(words: HTMLElement): string {
  const copy = words.cloneNode(true) as HTMLElement;
  for (const each of copy.querySelectorAll(".katex-html, annotation")) each.remove();
  return copy.textContent.trim();
}

const figureOf = ({ dataset }: HTMLElement): string =>
  figureName(document.getElementById(dataset.set!)?.dataset.number ?? "");

export function becomeButtons(body: Element): void {
  for (const words of body.querySelectorAll<HTMLElement>("[data-set]:not([role])")) {
    words.role = "button";
    words.tabIndex = 0;
    words.ariaLabel = textOf(words);
    words.ariaDescription = `Sets ${figureOf(words)}: ${words.dataset.says}`;
    words.addEventListener("keydown", (event) => {
      const modified = event.ctrlKey || event.metaKey || event.altKey;
      if (modified || event.target !== words || !["Enter", " "].includes(event.key)) return;
      event.preventDefault();
      if (!event.repeat) words.click();
    });
  }
}
