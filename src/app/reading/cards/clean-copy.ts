/** Copies parts of a note into a card. The nodes are cloned, so no markup is ever made of text. */

/** What has no place in a card. */
const LEFT_OUT =
  ".anchor, .back-links, .ref-actions, .margin-switch, .margin-label, .card, [data-footnote-backref]";
const BELONGS_TO_PLACE = [
  "id",
  "tabindex",
  "role",
  "aria-label",
  "aria-details",
  "aria-describedby",
  "data-symbol",
  "data-symbols",
];

/** A copy of a node that stands for nothing but what it shows. */
export function cleanCopy<T extends Element>(node: T): T {
  const copy = node.cloneNode(true) as T;
  for (const each of copy.querySelectorAll(LEFT_OUT)) each.remove();
  for (const each of [copy, ...copy.querySelectorAll("*")]) {
    each.classList.remove("lit", "here");
    for (const name of BELONGS_TO_PLACE) each.removeAttribute(name);
  }
  return copy;
}

/** The text of a node with each formula once, sign by sign, as a screen reader should say it. */
export function spoken(node: Element): string {
  const copy = node.cloneNode(true) as Element;
  for (const each of copy.querySelectorAll(".katex-html, annotation")) each.remove();
  for (const each of copy.querySelectorAll("mi, mo, mn, mtext")) each.append(" ");
  return copy.textContent.replace(/\s+/g, " ").trim();
}
