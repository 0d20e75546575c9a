/**
 * Equal symbols light up together, in the text (`data-symbol`) and in figures: their letters there, and what belongs to them,
 * controls and curves (`data-symbols`, names between spaces).
 */

const namesOf = ({ dataset }: HTMLElement | SVGElement): string[] =>
  (dataset.symbol ?? dataset.symbols ?? "").split(" ").filter(Boolean);

/** Lights what an element stands for, in place of what was lit before. */
export function light(element: HTMLElement | SVGElement): void {
  unlight();
  for (const name of namesOf(element)) {
    const equal = `[data-symbol="${name}"], [data-symbols~="${name}"]`;
    for (const each of document.querySelectorAll(`.note-body :is(${equal})`))
      each.classList.add("lit");
  }
}

export function unlight(): void {
  for (const each of document.querySelectorAll(".lit")) each.classList.remove("lit", "here");
}
