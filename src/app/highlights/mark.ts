/** A passage that the reader marked, with what they wrote about it. */
import type { Passage } from "./passage.ts";

export const COLOURS = ["yellow", "green", "rose"] as const;
export type Colour = (typeof COLOURS)[number];

export const COLOUR_NAMES: Readonly<Record<Colour, string>> = {
  yellow: "Yellow",
  green: "Green",
  rose: "Rose",
};

export interface Mark {
  /** An IRI, the same wherever the mark is exported to. */
  readonly id: string;
  /** Slug of the note that it is in. */
  readonly note: string;
  readonly colour: Colour;
  /** Markdown; empty where the reader only marked. */
  readonly comment: string;
  /** ISO 8601, like `modified`. */
  readonly created: string;
  readonly modified: string;
  readonly passage: Passage;
}

/** `crypto.randomUUID` exists in secure contexts alone, and a site served in a local network is none. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

export const newId = (): string => `urn:uuid:${uuid()}`;

export function newMark(note: string, colour: Colour, passage: Passage): Mark {
  const now = new Date().toISOString();
  return { id: newId(), note, colour, comment: "", created: now, modified: now, passage };
}

/** The mark as the reader has just changed it. */
export const revised = (mark: Mark, by: Partial<Pick<Mark, "colour" | "comment">>): Mark => ({
  ...mark,
  ...by,
  modified: new Date().toISOString(),
});
