/** What the Vite plugin makes of notes. */
declare module "*.md" {
  import type { NoteMeta, OutlineEntry } from "./note.ts";
  export const meta: NoteMeta;
  export const html: string;
  export const outline: readonly OutlineEntry[];
}
declare module "*.md?brief" {
  import type { NoteBrief } from "./note.ts";
  export const meta: NoteBrief;
}
declare module "*.md?about" {
  import type { NoteMeta } from "./note.ts";
  export const meta: NoteMeta;
}
declare module "*.md?bibtex" {
  export const bibtex: readonly (readonly [key: string, entry: string])[];
}
declare module "virtual:passages" {
  import type { NotePassages } from "./note.ts";
  export const notes: readonly NotePassages[];
}
