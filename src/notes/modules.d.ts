/** What the Vite plugin makes of notes. */
declare module "*.md" {
  export const html: string;
}
declare module "*.md?about" {
  import type { NoteMeta, OutlineEntry } from "./note.ts";
  export const meta: NoteMeta;
  export const outline: readonly OutlineEntry[];
}
declare module "virtual:formula-styles.css";
