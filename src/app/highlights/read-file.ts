/** Reads a file of annotations and merges it into the marks that are there. */
import { strictJson } from "../../contract/strict-json.ts";
import type { Mark } from "./mark.ts";
import { isItem, listOf, Unreadable } from "./annotation-item.ts";
import { hypothesisItems, isFromHypothesis } from "./from-hypothesis.ts";
import { readAnnotation } from "./read-annotation.ts";
import type { Changes } from "./store.ts";

/** Bytes; about ten thousand comments of some length. */
export const LARGEST_FILE = 5_000_000;
const MOST_ITEMS = 10_000;

export interface FileContents {
  readonly marks: readonly Mark[];
  /** A sentence for each item that could not be read. */
  readonly problems: readonly string[];
  /** A sentence for each that was read, but not all of it. */
  readonly partly: readonly string[];
}

/** @throws Unreadable with a whole sentence, when the file as such is not one */
export function readFile(text: string): FileContents {
  const items = itemsOf(parsed(text));
  if (items.length > MOST_ITEMS)
    throw new Unreadable(`The file has ${items.length} items; ${MOST_ITEMS} are the most.`);
  const marks: Mark[] = [];
  const problems: string[] = [];
  const partly: string[] = [];
  items.forEach((item, i) => {
    try {
      const { mark, lost } = readAnnotation(item);
      marks.push(mark);
      if (lost.length > 0) partly.push(`Item ${i + 1} has ${lost.join(", and ")}.`);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      problems.push(`Item ${i + 1} ${error.message}.`);
    }
  });
  return { marks, problems, partly };
}

function parsed(text: string): unknown {
  try {
    return strictJson(text);
  } catch (error) {
    throw new Unreadable(`The file is not JSON: ${(error as Error).message}.`);
  }
}

/** A collection with its pages in it, a page, a list of annotations, or a single one. */
function itemsOf(file: unknown): readonly unknown[] {
  if (Array.isArray(file)) return file;
  const types = (value: unknown): unknown[] => (isItem(value) ? listOf(value.type) : []);
  let page = file;
  if (isItem(page) && types(page).includes("AnnotationCollection")) {
    if (!isItem(page.first))
      throw new Unreadable(
        "The file is an AnnotationCollection without its first page. This page fetches nothing from elsewhere: export the collection with its items in it.",
      );
    page = page.first;
  }
  if (types(page).includes("AnnotationPage")) {
    const items: unknown[] = [];
    for (; isItem(page); page = page.next) {
      if (!Array.isArray(page.items))
        throw new Unreadable("The file’s AnnotationPage has no items.");
      for (const item of page.items as unknown[]) items.push(item);
    }
    return items;
  }
  if (types(page).includes("Annotation") || (isItem(page) && isFromHypothesis(page))) return [page];
  const others = isItem(page) ? hypothesisItems(page) : null;
  if (others) return others;
  throw new Unreadable(
    "The file is JSON, but no AnnotationCollection, AnnotationPage or Annotation of the W3C, and no export of Hypothesis.",
  );
}

export interface Merge {
  readonly changes: Changes;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** By id; where both have one, the one that was changed last stays, and the reader's own when both are as old. */
export function merge(own: ReadonlyMap<string, Mark>, read: readonly Mark[]): Merge {
  const changes = new Map<string, Mark>();
  let added = 0;
  let updated = 0;
  for (const mark of read) {
    const there = changes.get(mark.id) ?? own.get(mark.id);
    if (there && there.modified >= mark.modified) continue;
    if (!there) added += 1;
    else if (!changes.has(mark.id)) updated += 1;
    changes.set(mark.id, mark);
  }
  return { changes, added, updated, unchanged: read.length - added - updated };
}
