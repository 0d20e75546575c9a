/** What the pipeline is given and what it makes of a note. */

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
}

/** The part of a `paper.ts` that notes print. */
export interface PaperFacts {
  readonly title: string;
  readonly authors: readonly string[];
  readonly year: number;
  readonly venue: string;
  readonly arxiv: string;
  readonly version: string;
  readonly symbols: readonly {
    readonly tex: string;
    readonly name: string;
    readonly meaning: string;
    readonly shape?: string;
    readonly control?: string;
  }[];
  readonly deviations: readonly {
    readonly id: string;
    readonly demo: string;
    readonly paper: string;
    readonly here: string;
    readonly why: string;
  }[];
}

/** Everything a note may refer to; handed in, so that the pipeline reads no folders. */
export interface Sources {
  readonly references: Readonly<Record<string, Reference>>;
  readonly papers: Readonly<Record<string, PaperFacts>>;
  /** Ids of the demos that exist: `"wgan/ring"`. */
  readonly demos: readonly string[];
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
  readonly paper?: Pick<
    PaperFacts,
    "title" | "authors" | "year" | "venue" | "arxiv" | "version"
  > & { readonly id: string };
  /** Ids of the demos in it, in order. */
  readonly demos: readonly string[];
  /** Words of running text, formulas not counted. */
  readonly words: number;
}

export interface OutlineEntry {
  readonly id: string;
  readonly text: string;
  readonly depth: 2 | 3;
}

/** A section as a link to it shows it elsewhere. */
export interface Section {
  readonly id: string;
  readonly text: string;
  /** Its first sentence; empty where it begins with something else. */
  readonly lead: string;
}

export interface Note {
  readonly meta: NoteMeta;
  readonly outline: readonly OutlineEntry[];
  readonly sections: readonly Section[];
  readonly html: string;
  /** TeX of the equation for the note's card; null where it shows the site's mark. */
  readonly cardEquation: string | null;
  /** Class name to declarations: what KaTeX wrote as inline styles. */
  readonly styles: ReadonlyMap<string, string>;
}
