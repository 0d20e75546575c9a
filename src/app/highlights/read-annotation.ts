/** Reads one annotation of a file that anyone may have written. */
import { pagePath } from "../../contract/page-path.ts";
import type { Mark } from "./mark.ts";
import type { Passage } from "./passage.ts";
import { colourOf } from "./web-annotation.ts";

/** What is wrong with an item, as the end of a sentence that begins “Item 3”. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
}

type Item = Readonly<Record<string, unknown>>;

/** Longer texts are no quotes and no comments of a reader. Code units. */
const LONGEST = { id: 1000, exact: 100_000, side: 2000, comment: 100_000 } as const;
const IRI = /^[a-z][a-z0-9+.-]*:\S+$/i;
const DATE_TIME = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

export const isItem = (value: unknown): value is Item =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : [value].flat();
const isOf = (value: Item, type: string): boolean => listOf(value.type).includes(type);
const shown = (value: unknown): string => {
  const json = JSON.stringify(value) ?? "nothing";
  return json.length > 60 ? `${json.slice(0, 60)}…` : json;
};

/** @throws Unreadable */
export function readAnnotation(value: unknown): Mark {
  if (!isItem(value)) throw new Unreadable(`is ${shown(value)}, not an object`);
  if (!isOf(value, "Annotation"))
    throw new Unreadable(`has the type ${shown(value.type)}, not "Annotation"`);
  const id = text(value.id, "id", LONGEST.id);
  if (!IRI.test(id)) throw new Unreadable(`has the id ${shown(id)}, which is no IRI`);
  const targets = listOf(value.target);
  if (targets.length !== 1 || !isItem(targets[0])) {
    throw new Unreadable(`must have one target with a source and selectors`);
  }
  const [target] = targets as [Item];
  const created = time(value.created, "created");
  const modified = time(value.modified, "modified");
  const now = new Date().toISOString();
  return {
    id,
    note: noteOf(target.source),
    colour: colourOf(listOf(target.styleClass)[0]),
    comment: commentOf(value),
    created: created ?? modified ?? now,
    modified: modified ?? created ?? now,
    passage: passageOf(listOf(target.selector)),
  };
}

function text(value: unknown, name: string, longest: number): string {
  if (typeof value !== "string")
    throw new Unreadable(
      value === undefined ? `has no ${name}` : `has ${shown(value)} as ${name}, not a text`,
    );
  if (value.length > longest)
    throw new Unreadable(`has a ${name} of ${value.length} characters; ${longest} are the most`);
  return value;
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

function commentOf({ body, bodyValue }: Item): string {
  const texts = listOf(body ?? bodyValue).map((each) => {
    if (typeof each === "string" && body === undefined) return each;
    if (!isItem(each) || !isOf(each, "TextualBody"))
      throw new Unreadable(`has a body that is no TextualBody: ${shown(each)}`);
    return text(each.value, "body’s value", LONGEST.comment);
  });
  return text(texts.join("\n\n"), "comment", LONGEST.comment);
}

function passageOf(selectors: readonly unknown[]): Passage {
  const items = selectors.filter(isItem);
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
    prefix: text(quote.prefix ?? "", "TextQuoteSelector’s prefix", LONGEST.side),
    suffix: text(quote.suffix ?? "", "TextQuoteSelector’s suffix", LONGEST.side),
    start,
    end,
  };
}
