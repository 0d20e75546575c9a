/** What the plugins of one compilation share. */
import type { FigurePlace } from "../contract/figure-place.ts";
import type {
  Change,
  FoundClaim,
  NoteEquation,
  OutlineEntry,
  PaperFacts,
  Passage,
  Sources,
} from "./note.ts";

/** What a note says of itself in its first lines. */
export interface FrontMatter {
  readonly title: string;
  readonly summary: string;
  /** Newest first. */
  readonly changes: readonly Change[];
  readonly order: number;
  readonly paper?: string;
  /** Id of the equation that stands for the note on its card. */
  readonly card?: string;
}

/** What is known of a figure before the rest of the note is. */
export type FigureStub = Pick<FigurePlace, "demo" | "id" | "form" | "number">;

export interface Context {
  readonly sources: Sources;
  /** Set by the first plugin. */
  frontMatter: FrontMatter;
  readonly demos: string[];
  readonly figures: FigureStub[];
  /** Keys of the works in the list of references, in its order. */
  readonly cited: string[];
  readonly claims: FoundClaim[];
  readonly outline: OutlineEntry[];
  /** First sentences of sections, by id. */
  readonly leads: Map<string, string>;
  readonly styles: Map<string, string>;
  /** Whether the note prints its symbols: only then can formulas refer to them. */
  notation: boolean;
  readonly passages: Passage[];
  readonly equations: NoteEquation[];
  words: number;
}

type Place = { readonly start: object; readonly end: object } | undefined;

/** The part of a vfile that plugins use; `fail` throws an error that knows its line. */
export interface SourceFile {
  fail(reason: string, place?: Place): never;
  readonly messages: readonly {
    readonly cause?: unknown;
    readonly place?: unknown;
    readonly source?: string;
  }[];
}

/** The part of a unified processor that plugins use. */
export interface Parser {
  parse(markdown: string): import("mdast").Root;
}

/** Symbols of the note's paper that its formulas can refer to: none where it prints no notation. */
export function paperSymbolsOf({ notation, frontMatter, sources }: Context): PaperFacts["symbols"] {
  const { paper } = frontMatter;
  return notation && paper !== undefined ? sources.papers[paper]!.symbols : [];
}

/** The paper that the note is about. */
export function paperOf(context: Context, file: SourceFile, place: Place): PaperFacts {
  const { paper } = context.frontMatter;
  const facts = paper === undefined ? undefined : context.sources.papers[paper];
  return facts ?? file.fail("this needs a `paper:` in the note's front matter", place);
}
