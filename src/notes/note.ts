/** What the pipeline is given and what it makes of a note. */
import type { Claim } from "../claims/claim.ts";
import type { ClaimResults } from "../claims/result.ts";
import type { FigurePlace } from "../contract/figure-place.ts";
import type { Paper } from "../contract/paper.ts";

export interface Reference {
  readonly title: string;
  /** Web pages and code may name none: they are cited by title. */
  readonly author?: readonly { readonly family: string; readonly given?: string }[];
  readonly year?: number;
  readonly venue?: string;
  readonly arxiv?: string;
  readonly version?: string;
  readonly url?: string;
  readonly doi?: string;
  /** Its entry as its publisher prints it. */
  readonly bibtex?: string;
}

/** The part of a `paper.ts` that notes print. */
export type PaperFacts = Omit<Paper, "id">;

/** A line of a demo's code that names a place in the paper. */
export interface CodeMention {
  /** Path below the paper's folder: `"losses.ts"`, `"ring/program.ts"`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Offsets in the file. */
  readonly start: number;
  readonly end: number;
  readonly places: readonly string[];
}

/** Everything a note may refer to; handed in, so that the pipeline reads no folders. */
export interface Sources {
  readonly references: Readonly<Record<string, Reference>>;
  readonly papers: Readonly<Record<string, PaperFacts>>;
  /** Ids of the demos that exist: `"wgan/ring"`. */
  readonly demos: readonly string[];
  /** What the demos say of themselves, by id. */
  readonly demoFacts: Readonly<Record<string, DemoFacts>>;
  /** Places of the paper that the code of demos names, by the demo's id. */
  readonly code: Readonly<Record<string, readonly CodeMention[]>>;
  /** What replaying the claims of the notes gave; without it claims are read, but not looked up. */
  readonly claims?: ClaimResults;
}

/** The part of a `demo.ts` that notes speak of. */
export interface DemoFacts {
  readonly title: string;
  readonly question: string;
  /** Equations of the paper as it numbers them: `"(2)"`. */
  readonly equations: readonly string[];
  /** Without steps it computes anew after each change. */
  readonly steps: boolean;
  readonly settings: readonly SettingFacts[];
  /** Labels by name. */
  readonly presets: Readonly<Record<string, string>>;
  /** TeX of the letters of its numbers. */
  readonly letters: readonly string[];
}

export interface SettingFacts {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  /** TeX of its letter. */
  readonly symbol?: string;
  /** What a text sets it to, in words, and what is wrong with the text. */
  read(text: string): { readonly says: string; readonly problem?: string };
}

/** A sentence of a note that can be checked by running it. */
export interface FoundClaim {
  readonly key: string;
  readonly claim: Claim;
  readonly text: string;
  readonly line: number;
}

/** One day's changes of a note. */
export interface Change {
  /** ISO date. */
  readonly date: string;
  /** A sentence or two, plain text. */
  readonly text: string;
}

export interface NoteMeta {
  /** File name without `.md`, and the note's path on the site. */
  readonly slug: string;
  readonly title: string;
  /** One sentence. */
  readonly summary: string;
  /** Newest first. */
  readonly changes: readonly Change[];
  /** Date of the newest change. */
  readonly updated: string;
  readonly order: number;
  /** The paper it is about; pages about the site itself have none. */
  readonly paper?: Omit<Paper, "symbols" | "deviations">;
  /** Ids of the demos in it, each once, in order. */
  readonly demos: readonly string[];
  /** Its figures, in order. */
  readonly figures: readonly FigurePlace[];
  /** Words of running text, formulas not counted. */
  readonly words: number;
}

/** As much of it as every page knows of every note. */
export type NoteBrief = Pick<NoteMeta, "slug" | "title" | "order" | "demos"> & {
  /** Whether it is about a paper. */
  readonly paper: boolean;
};

export interface OutlineEntry {
  readonly id: string;
  readonly text: string;
  readonly depth: 2 | 3;
  /** How many figures stand below this heading, up to the next. */
  readonly figures: number;
}

/** Something that a search can find. */
export interface Passage {
  /** Its anchor in the note; empty for the note itself. */
  readonly id: string;
  readonly kind: "note" | "section" | "remark" | "equation" | "symbol" | "demo" | "reference";
  /** Plain text, as is all of it: formulas in letters. */
  readonly title: string;
  readonly text: string;
  /** For symbols, the letter: `"f_w"`. */
  readonly symbol?: string;
}

/** A numbered equation. */
export interface NoteEquation {
  readonly id: string;
  readonly number: number;
  /** Where the paper has it: `"v3 Eq. 3"`. */
  readonly places: readonly string[];
}

/** What can be found in one note. */
export interface NotePassages {
  readonly slug: string;
  readonly title: string;
  readonly passages: readonly Passage[];
}

/** A section as a link to it shows it elsewhere. */
export interface Section {
  readonly id: string;
  readonly text: string;
  /** Its first sentence; empty where it begins with something else. */
  readonly lead: string;
  /** TeX of its first formula that stands on a line of its own; null where it has none. */
  readonly equation: string | null;
}

export interface Note {
  readonly meta: NoteMeta;
  readonly outline: readonly OutlineEntry[];
  readonly sections: readonly Section[];
  readonly html: string;
  /** TeX of the equation for the note's card; null where it shows the site's mark. */
  readonly cardEquation: string | null;
  /** BibTeX entries of the paper, then of the works cited in the order of the list, by key. */
  readonly bibtex: ReadonlyMap<string, string>;
  readonly claims: readonly FoundClaim[];
  /** Class name to declarations: what KaTeX wrote as inline styles. */
  readonly styles: ReadonlyMap<string, string>;
  readonly passages: readonly Passage[];
  readonly equations: readonly NoteEquation[];
}
