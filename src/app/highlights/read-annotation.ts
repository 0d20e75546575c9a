/** Reads one annotation of a file that anyone may have written. */
import { pagePath } from "../../contract/page-path.ts";
import {
  DEEPEST,
  IRI,
  isItem,
  isOf,
  isTooDeep,
  listOf,
  shown,
  text,
  Unreadable,
  type Item,
} from "./annotation-item.ts";
import { commentOf, lostBodies } from "./comment-of.ts";
import { fromHypothesis, isFromHypothesis } from "./from-hypothesis.ts";
import type { Mark } from "./mark.ts";
import { LONGEST_SIDE, type Passage } from "./passage.ts";
import { colourOf } from "./web-annotation.ts";

/** Longer texts are no quotes. Code units. */
const LONGEST = { id: 1000, exact: 100_000, side: 100_000 } as const;
const DATE_TIME = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

export interface ReadAnnotation {
  readonly mark: Mark;
  /** What of it could not be kept, each as the end of a sentence that begins “Item 3 has”. */
  readonly lost: readonly string[];
}

/** @throws Unreadable */
export function readAnnotation(given: unknown): ReadAnnotation {
  if (isTooDeep(given)) throw new Unreadable(`is nested more than ${DEEPEST} deep`);
  if (!isItem(given)) throw new Unreadable(`is ${shown(given)}, not an object`);
  const value = isFromHypothesis(given) ? fromHypothesis(given) : given;
  if (!isOf(value, "Annotation"))
    throw new Unreadable(`has the type ${shown(value.type)}, not "Annotation"`);
  const id = text(value.id, "id", LONGEST.id);
  if (!IRI.test(id)) throw new Unreadable(`has the id ${shown(id)}, which is no IRI`);
  const targets = listOf(value.target);
  const [target] = targets;
  if (!isItem(target)) throw new Unreadable(`must have a target with a source and selectors`);
  const created = time(value.created, "created");
  const modified = time(value.modified, "modified");
  const now = new Date().toISOString();
  const { comment, lost } = commentOf(value);
  const mark: Mark = {
    id,
    note: noteOf(target.source),
    colour: colourOf(listOf(target.styleClass)[0]),
    comment,
    created: created ?? modified ?? now,
    modified: modified ?? created ?? now,
    passage: passageOf(listOf(target.selector)),
  };
  const others =
    targets.length > 1 ? [`${targets.length} targets, of which the first was kept`] : [];
  return { mark, lost: [...others, ...lostBodies(lost)] };
}

function time(value: unknown, name: string): string | null {
  if (value === undefined) return null;
  const date = new Date(typeof value === "string" && DATE_TIME.test(value) ? value : Number.NaN);
  if (Number.isNaN(date.getTime()))
    throw new Unreadable(`has ${shown(value)} as ${name}, not a date and time`);
  return date.toISOString();
}

/** The last part of the address: the site may have moved since. */
function noteOf(source: unknown): string {
  const address = isItem(source) ? source.id : source;
  const url = typeof address === "string" && URL.canParse(address) ? new URL(address) : null;
  const slug = url && pagePath(url.pathname).split("/").findLast(Boolean);
  if (!slug || !/^[\w-]{1,100}$/.test(slug))
    throw new Unreadable(`has the source ${shown(source)}, which is no note’s address`);
  return slug;
}

function passageOf(selectors: readonly unknown[]): Passage {
  const items = selectors.filter(isItem).flatMap(withRefined);
  const quote = items.find((each) => isOf(each, "TextQuoteSelector"));
  if (!quote)
    throw new Unreadable("has no TextQuoteSelector, without which its passage cannot be found");
  const exact = text(quote.exact, "TextQuoteSelector’s exact", LONGEST.exact);
  if (exact.trim() === "") throw new Unreadable("quotes nothing: its exact is empty");
  const position = items.find((each) => isOf(each, "TextPositionSelector"));
  const [start, end] = position ? [position.start, position.end] : [0, 0];
  const isPlace = (value: unknown): value is number =>
    Number.isSafeInteger(value) && (value as number) >= 0;
  if (!isPlace(start) || !isPlace(end) || end < start)
    throw new Unreadable(
      `has a TextPositionSelector from ${shown(start)} to ${shown(end)}; both must be whole numbers from 0, in order`,
    );
  return {
    exact,
    prefix: text(quote.prefix ?? "", "TextQuoteSelector’s prefix", LONGEST.side).slice(
      -LONGEST_SIDE,
    ),
    suffix: text(quote.suffix ?? "", "TextQuoteSelector’s suffix", LONGEST.side).slice(
      0,
      LONGEST_SIDE,
    ),
    start,
    end,
  };
}

/** A selector with those that choose within it. */
const withRefined = (selector: Item): Item[] => [
  selector,
  ...listOf(selector.refinedBy).filter(isItem).flatMap(withRefined),
];
