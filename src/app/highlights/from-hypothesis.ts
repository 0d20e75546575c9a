/** Annotations as Hypothesis keeps them (its API, and its client's “Export”), in the words of the W3C's recommendation. */
import { isItem, listOf, Unreadable, type Item } from "./annotation-item.ts";

const HERE = "https://hypothes.is/a/";

/** A file's list of them; null where it is another kind of file. */
export const hypothesisItems = (file: Item): readonly unknown[] | null =>
  [file.annotations, file.rows].find(Array.isArray) ?? null;

export const isFromHypothesis = (item: Item): boolean =>
  item.type === undefined && typeof item.uri === "string";

/** @throws Unreadable */
export function fromHypothesis({ id, uri, text, tags, created, updated, ...item }: Item): Item {
  const targets = listOf(item.target)
    .filter(isItem)
    .filter(({ selector }) => listOf(selector).length > 0);
  if (targets.length === 0) {
    throw new Unreadable(
      listOf(item.references).length > 0
        ? "is a reply to another, which stands nowhere in the text"
        : "is about the page as a whole, and stands nowhere in the text",
    );
  }
  const tagged = listOf(tags).map((value) => ({ type: "TextualBody", purpose: "tagging", value }));
  return {
    id: typeof id === "string" ? HERE + id : id,
    type: "Annotation",
    created,
    modified: updated,
    body: [...(text ? [{ type: "TextualBody", value: text }] : []), ...tagged],
    target: targets.map((target) => ({ ...target, source: target.source ?? uri })),
  };
}
