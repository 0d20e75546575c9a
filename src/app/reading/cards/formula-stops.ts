/**
 * Symbols by keyboard. Hundreds of tab stops would bury the links of a note, so the formulas of a section share one; from
 * there the arrow keys walk through its symbols. Set-off formulas are stops of their own, because they scroll.
 */
import { hostOf } from "./open-card.ts";
import { spoken } from "./clean-copy.ts";

const FORMULA = ".katex:has([data-symbol])";
const isShown = (node: Element): boolean => node.getClientRects().length > 0;

/** Formulas with symbols under the heading of this one, in order; folded remarks are left out. */
function sectionOf(formula: HTMLElement): HTMLElement[] {
  const sections = [...sectionsOf(formula.closest(".note-body")!)];
  return sections.find((formulas) => formulas.includes(formula)) ?? [formula];
}

function* sectionsOf(body: Element): Generator<HTMLElement[]> {
  let formulas: HTMLElement[] = [];
  for (const each of body.querySelectorAll<HTMLElement>(`h2, h3, ${FORMULA}`)) {
    if (/^H\d$/.test(each.tagName)) {
      yield formulas;
      formulas = [];
    } else if (isShown(each) && !each.closest(".card, figure, [data-set]"))
      formulas.push(hostOf(each));
  }
  yield formulas;
}

/** Makes the formulas of the note focusable and the first of each section a tab stop. */
export function setStops(): void {
  const body = document.querySelector<HTMLElement>(".note-body");
  if (!body) return;
  for (const section of sectionsOf(body)) {
    for (const formula of section) if (formula.tabIndex !== 0) formula.tabIndex = -1;
    const inline = section.filter((formula) => !formula.matches(".katex-display"));
    if (!inline.some(({ tabIndex }) => tabIndex === 0) && inline[0]) inline[0].tabIndex = 0;
  }
}

/** The symbols of a formula as they are read: KaTeX stacks fractions from below, eyes go from above. */
export const symbolsOf = (formula: HTMLElement): HTMLElement[] =>
  [...formula.querySelectorAll<HTMLElement>("[data-symbol]")].sort((a, b) => {
    let both = a.parentElement!;
    while (!both.contains(b)) both = both.parentElement!;
    if (both.matches(".vlist")) return a.getBoundingClientRect().y - b.getBoundingClientRect().y;
    return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });

/** Where a key leads from a symbol; undefined at the ends, null for keys that lead nowhere. */
export function neighbour(
  formula: HTMLElement,
  symbol: HTMLElement,
  key: string,
): HTMLElement | null | undefined {
  const formulas = sectionOf(formula);
  const all = formulas.flatMap(symbolsOf);
  const here = formulas.indexOf(formula);
  switch (key) {
    case "ArrowRight":
      return all[all.indexOf(symbol) + 1];
    case "ArrowLeft":
      return all[all.indexOf(symbol) - 1];
    case "ArrowDown":
      return formulas[here + 1] && symbolsOf(formulas[here + 1]!)[0];
    case "ArrowUp":
      return formulas[here - 1] && symbolsOf(formulas[here - 1]!)[0];
    case "Home":
      return all[0];
    case "End":
      return all.at(-1);
    default:
      return null;
  }
}

/**
 * The formula has the focus: its section's tab stop comes with it, and it gets a name. Without the focus it has none, or a
 * screen reader would say each formula of the text twice.
 */
export function enter(formula: HTMLElement): void {
  if (formula.matches(".katex-display")) return;
  for (const each of sectionOf(formula)) if (!each.matches(".katex-display")) each.tabIndex = -1;
  formula.tabIndex = 0;
  formula.role = "group";
  formula.ariaLabel = `Formula ${spoken(formula)}`;
  const leave = (): void => {
    formula.role = null;
    formula.ariaLabel = null;
  };
  formula.addEventListener("blur", leave, { once: true });
}
