/** What a card says, taken from elsewhere in the same note. */
import { placeNamed } from "../addressed.ts";
import { element, linkTo, type CardContent } from "./card-parts.ts";
import { cleanCopy, spoken } from "./clean-copy.ts";
import { ofFigure } from "./figure-card.ts";

const copyOf = (place: Element, part: string): Element | null => {
  const found = place.querySelector(part);
  return found && cleanCopy(found);
};

/** Null where there is nothing to show that the link itself does not say. */
export function contentOf(trigger: HTMLElement): CardContent | null {
  const { symbol, set } = trigger.dataset;
  const hash = trigger.getAttribute("href") ?? `#${set ?? `symbol-${symbol}`}`;
  const place = placeNamed(hash);
  if (!place || trigger.dataset.control !== undefined) return null;
  if (place.matches("figure.demo")) return ofFigure(place, trigger);
  if (symbol !== undefined) return ofSymbol(place, trigger);
  if (place.matches(".references > li")) return ofReference(place, hash);
  if (place.matches(".equation")) return ofEquation(place, hash);
  if (place.matches(".margin-note")) return ofRemark(place, hash);
  if (place.matches(".footnotes li")) {
    return { label: "Footnote", kind: "place", parts: [...place.children].map(cleanCopy) };
  }
  return null;
}

/** From its line in the table of notation. */
function ofSymbol(line: Element, trigger: Element): CardContent {
  const name = line.querySelector("strong")!;
  const shape = copyOf(line, "td:last-child > code");
  const set = trigger.closest(".demo") ? null : copyOf(line, "[data-control]");
  const head = element("p", "card-head", copyOf(line, ".katex"), cleanCopy(name), shape);
  const meaning = element("p", "card-text", copyOf(line, ".meaning"));
  const more = set && element("p", "card-more", set);
  return {
    label: `Symbol: ${spoken(name)}`,
    kind: "symbol",
    parts: [head, meaning, more].filter((part) => part !== null),
  };
}

function ofReference(item: Element, hash: string): CardContent {
  const lines = [".ref-by", ".ref-in"].map((part) => {
    const line = copyOf(item, part);
    return line && element("p", "card-meta", line);
  });
  return {
    label: "Reference",
    kind: "reference",
    parts: [
      element("p", "card-title", copyOf(item, ".ref-title")),
      ...lines.filter((line) => line !== null),
      linkTo(hash, "In the list of sources"),
    ],
  };
}

function ofEquation(equation: Element, hash: string): CardContent {
  const number = equation.querySelector(".equation-number > span")?.firstChild?.textContent ?? "";
  const name = `equation ${number.replace(/[()]/g, "")}`;
  const source = equation.querySelector(".equation-source");
  const said = element("p", "card-meta", number, source && ` ${source.textContent}`);
  return {
    label: `Card of ${name}`,
    kind: "equation",
    parts: [copyOf(equation, ".katex-display")!, said, linkTo(hash, `Go to ${name}`)],
  };
}

function ofRemark(remark: Element, hash: string): CardContent {
  return {
    label: "Remark",
    kind: "place",
    parts: [
      copyOf(remark, ".margin-head")!,
      copyOf(remark, ".margin-body")!,
      linkTo(hash, "Go to the remark"),
    ],
  };
}
