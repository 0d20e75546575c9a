/** What the search dialog shows: a query, what it finds, and which result is chosen. */
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import type { Findings, Group, Hit } from "./find.ts";
import { searchIndex, type SearchIndex } from "./search-index.ts";

/** Results of a note that are shown at first, where other notes have some too. */
const AT_FIRST = 4;

/** A line that can be chosen: a result, or the offer to show the others of its note. */
export type Line =
  | { readonly kind: "hit"; readonly hit: Hit }
  | { readonly kind: "more"; readonly slug: string; readonly count: number };

export interface ShownGroup extends Pick<Group, "slug" | "title"> {
  readonly lines: readonly Line[];
  /** Place of its first line among all. */
  readonly from: number;
}

export interface Search {
  /** Null until the index is here; "failed" where it cannot be had. */
  readonly index: SearchIndex | "failed" | null;
  readonly query: string;
  readonly findings: Findings | null;
  readonly groups: readonly ShownGroup[];
  readonly lines: readonly Line[];
  /** Place of the chosen line in `lines`. */
  readonly active: number;
  /** The best result of the query as it stands in the field. */
  best(): Hit | undefined;
  /** Whether the lines are those of that query. */
  readonly upToDate: boolean;
  ask(query: string): void;
  choose(active: number): void;
  showAll(slug: string): void;
}

export function useSearch(here: string): Search {
  const [index, setIndex] = useState<SearchIndex | "failed" | null>(null);
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    let open = true;
    searchIndex().then(
      (made) => open && setIndex(made),
      () => open && setIndex("failed"),
    );
    return () => {
      open = false;
    };
  }, []);

  // The field shows each letter at once; drawing the results may take longer, and is given up for the next letter.
  const asked = useDeferredValue(query);
  const findings = useMemo(() => found(index, asked, here), [index, asked, here]);
  const groups = useMemo(() => shown(findings?.groups ?? [], whole), [findings, whole]);
  return {
    index,
    query,
    findings,
    groups,
    lines: useMemo(() => groups.flatMap(({ lines }) => lines), [groups]),
    active,
    best: () => found(index, query, here)?.groups[0]?.hits[0],
    upToDate: asked === query,
    ask(text) {
      setQuery(text);
      setActive(0);
      setWhole(new Set());
    },
    choose: setActive,
    showAll: (slug) => setWhole(new Set([...whole, slug])),
  };
}

const found = (index: Search["index"], query: string, here: string): Findings | null =>
  index && index !== "failed" && query.trim() ? index.find(query, here) : null;

function shown(groups: readonly Group[], whole: ReadonlySet<string>): ShownGroup[] {
  let from = 0;
  return groups.map(({ slug, title, hits }) => {
    const all = groups.length === 1 || whole.has(slug) || hits.length <= AT_FIRST + 1;
    const lines = hits
      .slice(0, all ? hits.length : AT_FIRST)
      .map((hit): Line => ({ kind: "hit", hit }));
    const rest = hits.length - lines.length;
    if (rest > 0) lines.push({ kind: "more", slug, count: rest });
    const group = { slug, title, lines, from };
    from += lines.length;
    return group;
  });
}
