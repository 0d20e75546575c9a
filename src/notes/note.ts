/** What the pipeline is given and what it makes of a note. */
import type { Claim } from "../contract/claims/claim.ts";
import type { ClaimResults } from "../contract/claims/result.ts";

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
  /** What replaying the claims of the notes gave; without it claims are read, but not looked up. */
  readonly claims?: ClaimResults;
}

/** A sentence of a note that can be checked by running it. */
export interface FoundClaim {
  readonly key: string;
  readonly claim: Claim;
  readonly text: string;
  readonly line: number;
}

export interface NoteMeta {
  /** File name without `.md`, and the note's path on the site. */
  readonly slug: string;
  readonly title: string;
  /** One sentence. */
  readonly summary: string;
  /** ISO date. */
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

export interface Note {
  readonly meta: NoteMeta;
  readonly outline: readonly OutlineEntry[];
  readonly html: string;
  readonly claims: readonly FoundClaim[];
  /** Class name to declarations: what KaTeX wrote as inline styles. */
  readonly styles: ReadonlyMap<string, string>;
}
