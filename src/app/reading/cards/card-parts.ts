/** What cards are made of. */

export interface CardContent {
  /** Of the card as a whole: "Reference". */
  readonly label: string;
  readonly kind: "symbol" | "reference" | "equation" | "figure" | "place";
  readonly parts: readonly Element[];
}

type Child = Node | string | null;

export function element(name: string, className: string, ...children: Child[]): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children.filter((child) => child !== null));
  return made;
}

export function linkTo(hash: string, words: string): HTMLElement {
  const link = element("a", "", words) as HTMLAnchorElement;
  link.href = hash;
  return element("p", "card-more", link);
}
