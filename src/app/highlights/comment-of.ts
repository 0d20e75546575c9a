/** The bodies of an annotation as one comment in Markdown. */
import { IRI, isItem, isOf, listOf, shown, text, type Item } from "./annotation-item.ts";

/** Longer texts are no comments of a reader. Code units. */
const LONGEST = 100_000;

export interface ReadComment {
  readonly comment: string;
  /** Bodies that no text stands for. */
  readonly lost: readonly unknown[];
}

/** @throws Unreadable */
export function commentOf({ body, bodyValue }: Item): ReadComment {
  const bodies = listOf(body ?? bodyValue).map(chosen);
  const lost: unknown[] = [];
  const parts: string[] = [];
  const tags: string[] = [];
  for (const each of bodies) {
    if (typeof each === "string" && body === undefined) parts.push(each);
    else if (isItem(each) && isOf(each, "TextualBody")) {
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

/** Of alternatives the first, as the recommendation has it where nothing tells them apart. */
const chosen = (body: unknown): unknown =>
  isItem(body) && isOf(body, "Choice") ? listOf(body.items)[0] : body;

/** A body elsewhere: its address, or a resource with one, or a part of one. */
function addressOf(body: unknown): string | null {
  const address = isItem(body) ? (body.id ?? body.source) : body;
  if (isItem(address)) return addressOf(address);
  return typeof address === "string" && IRI.test(address) && !/[<>]/.test(address) ? address : null;
}

export const lostBodies = (lost: readonly unknown[]): string[] =>
  lost.map((body) => `a body that is neither text nor a link: ${shown(body)}`);
