/** What annotations of any origin are made of. */

/** What is wrong with an item, as the end of a sentence that begins “Item 3”. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
}

export type Item = Readonly<Record<string, unknown>>;

export const isItem = (value: unknown): value is Item =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const listOf = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : [value].flat();

export const isOf = (value: Item, type: string): boolean => listOf(value.type).includes(type);

/** Deeper than anything that means something; what reads and prints an item goes down into it on the stack. */
export const DEEPEST = 100;

/** Whether more than so many lists and objects are in one another; found without the stack. */
export function isTooDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((each): unknown[] =>
      typeof each === "object" && each !== null ? Object.values(each) : [],
    );
  }
  return false;
}

/** A value for a sentence. */
export const shown = (value: unknown): string => {
  const json = JSON.stringify(value) ?? "nothing";
  return json.length > 60 ? `${json.slice(0, 60)}…` : json;
};

export const IRI = /^[a-z][a-z0-9+.-]*:\S+$/i;

/** @throws Unreadable */
export function text(value: unknown, name: string, longest: number): string {
  if (typeof value !== "string")
    throw new Unreadable(
      value === undefined ? `has no ${name}` : `has ${shown(value)} as ${name}, not a text`,
    );
  if (value.length > longest)
    throw new Unreadable(`has a ${name} of ${value.length} characters; ${longest} are the most`);
  return value;
}
