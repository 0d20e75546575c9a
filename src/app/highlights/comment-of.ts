/** The bodies of an annotation as one comment in Markdown. */
import { IRI, isItem, isOf, listOf, shown, text, type Item } from "./annotation-item.ts";

/** Longer texts are no comments of a reader. Code units. */
const LONGEST = 100_000;

/** Bodies that belong together. */
const SETS = ["Composite", "List", "Independents"];

export interface ReadComment {
  readonly comment: string;
  /** Bodies that no text stands for. */
  readonly lost: readonly unknown[];
}

/** @throws Unreadable */
export function commentOf({ body, bodyValue }: Item): ReadComment {
  const bodies = listOf(body ?? bodyValue).flatMap(partsOf);
  const lost: unknown[] = [];
  const parts: string[] = [];
  const tags: string[] = [];
  for (const each of bodies) {
    if (typeof each === "string" && body === undefined) parts.push(each);
    else if (isItem(each) && typeof each.value === "string") {
      const value = text(each.value, "body’s value", LONGEST);
      if (listOf(each.purpose).includes("tagging")) tags.push(value);
      else if (value) parts.push(value);
    } else {
      const address = addressOf(each);
      if (address === null) lost.push(each);
      else parts.push(`<${address}>`);
    }
  }
  if (tags.length > 0) parts.push(`Tags: ${tags.join(", ")}`);
  return { comment: text(parts.join("\n\n"), "comment", LONGEST), lost };
}

/** Of alternatives the first, as the recommendation has it where nothing tells them apart; of a set all; of a text with a purpose around it the text. */
function partsOf(body: unknown): unknown[] {
  if (!isItem(body)) return [body];
  const { items, source, purpose } = body;
  if (isOf(body, "Choice") && items) return listOf(items).slice(0, 1).flatMap(partsOf);
  if (SETS.some((type) => isOf(body, type)) && items) return listOf(items).flatMap(partsOf);
  return isItem(source) && typeof source.value === "string"
    ? [{ ...source, purpose: purpose ?? source.purpose }]
    : [body];
}

/** A body elsewhere: its address, or a resource with one, or a part of one. */
function addressOf(body: unknown): string | null {
  const address = isItem(body) ? (body.id ?? body.source) : body;
  if (isItem(address)) return addressOf(address);
  return typeof address === "string" && IRI.test(address) && !/[<>]/.test(address) ? address : null;
}

export const lostBodies = (lost: readonly unknown[]): string[] =>
  lost.map((body) => `a body that is neither text nor a link: ${shown(body)}`);
