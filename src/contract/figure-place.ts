/** Where a figure stands in a note, and what the note calls the things that the figure speaks of. */

/**
 * `hero` opens a note: the picture, Run, and the way to the whole figure. `full` has all. `instant` has no steps, so it has no
 * play bar either.
 */
export type FigureForm = "hero" | "full" | "instant";

export interface FigurePlace {
  /** Id of the demo: `"wgan/ring"`. */
  readonly demo: string;
  /** Its anchor in the note. */
  readonly id: string;
  readonly form: FigureForm;
  /** Ours, counted through the note: "Fig. 3". A hero has that of the whole figure. */
  readonly number: number;
  /** Those of the demo's equations that the note has, as the note numbers them. */
  readonly equations: readonly { readonly id: string; readonly number: number }[];
  /** Those that it lacks, as the paper numbers them: `"(2)"`. */
  readonly elsewhere: readonly string[];
  /** Which symbols of the note the figure's letters are, by their TeX: `{ "\\alpha": "learning-rate" }`. */
  readonly symbols: Readonly<Record<string, string>>;
  /** Path of its note, where it stands on another page. */
  readonly note?: string;
  /** Steps a second until the reader chooses otherwise. */
  readonly pace?: number;
}

export const figureName = (number: number | string): string => `Fig.\u00a0${number}`;
