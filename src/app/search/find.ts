/** The index of all notes, in the reader's browser, and what a query finds in it. */
import MiniSearch, { type Query, type SearchOptions } from "minisearch";
import type { NotePassages, Passage } from "../../notes/note.ts";
import { queryWords, termOf, termsOf, wordsOf } from "./terms.ts";

export interface Hit {
  readonly slug: string;
  readonly passage: Passage;
  /** The words of the passage that answer the query, as terms. */
  readonly terms: ReadonlySet<string>;
}

export interface Group {
  readonly slug: string;
  readonly title: string;
  /** Best first. */
  readonly hits: readonly Hit[];
}

export interface Findings {
  /** The note with the best hit first. */
  readonly groups: readonly Group[];
  readonly count: number;
  /** How far the query had to be stretched: words alike, or only some of the words. */
  readonly how: "exact" | "alike" | "some";
}

export type Find = (query: string, here?: string) => Findings;

/** What a reader who names a thing most likely wants of it. */
const WEIGHT: Readonly<Record<Passage["kind"], number>> = {
  note: 1.4,
  symbol: 1.2,
  section: 1.1,
  demo: 1.1,
  remark: 1,
  equation: 1,
  reference: 0.7,
};
/** The note that is being read answers first where its best answer is not this much worse than the best of all, else second. */
const HERE = 1 / 8;

const STEPS: readonly (readonly [Findings["how"], SearchOptions])[] = [
  ["exact", { combineWith: "AND" }],
  ["alike", { combineWith: "AND", fuzzy: (term) => (term.length > 3 ? 0.25 : false), maxFuzzy: 2 }],
  ["some", { combineWith: "OR", fuzzy: (term) => (term.length > 3 ? 0.25 : false), maxFuzzy: 2 }],
];

/** Notes by their best answer, and the one that is being read as `HERE` has it. */
function hereFirst(best: readonly (readonly [string, number])[], here?: string): string[] {
  const own = best.find(([slug]) => slug === here);
  const others = best.filter((each) => each !== own).map(([slug]) => slug);
  if (!own) return others;
  const place = own[1] >= best[0]![1] * HERE ? 0 : 1;
  return others.toSpliced(place, 0, own[0]);
}

/** Passages that are read at a time: a slow phone needs about one frame for so many. */
const CHUNK = 25;

/** Builds the index, a few passages at a time: reading all notes at once would hold up the typing. */
export async function createFind(notes: readonly NotePassages[]): Promise<Find> {
  const entries = notes.flatMap(({ slug, passages }) =>
    passages.map((passage) => ({ slug, passage })),
  );
  const index = new MiniSearch<Passage & { at: number }>({
    idField: "at",
    fields: ["symbol", "title", "text"],
    tokenize: wordsOf,
    processTerm: termsOf,
    searchOptions: {
      tokenize: queryWords,
      processTerm: termOf,
      boost: { symbol: 6, title: 3 },
      // The word that is being typed may be unfinished.
      prefix: (term, i, terms) => term.length > 3 || (i === terms.length - 1 && term.length > 1),
    },
  });
  await index.addAllAsync(
    entries.map(({ passage }, at) => ({ ...passage, at })),
    { chunkSize: CHUNK },
  );

  return (query, here) => {
    const boostDocument = (at: number): number => {
      const { passage } = entries[at]!;
      return WEIGHT[passage.kind];
    };
    const none = { groups: [], count: 0, how: "exact" } as const;
    if (queryWords(query).length === 0) return none;
    for (const [how, options] of STEPS) {
      const results = index.search(query satisfies Query, { ...options, boostDocument });
      if (results.length === 0) continue;
      const bySlug = new Map<string, Hit[]>();
      const best = new Map<string, number>();
      for (const { id, match, score } of results) {
        const { slug, passage } = entries[id as number]!;
        if (!best.has(slug)) best.set(slug, score);
        const hit = { slug, passage, terms: new Set(Object.keys(match)) };
        bySlug.set(slug, [...(bySlug.get(slug) ?? []), hit]);
      }
      const title = (slug: string): string => notes.find((note) => note.slug === slug)!.title;
      const order = hereFirst([...best], here);
      const groups = order.map((slug) => ({ slug, title: title(slug), hits: bySlug.get(slug)! }));
      return { groups, count: results.length, how };
    }
    return none;
  };
}
