/** How a reference reads. */
import type { Reference } from "./note.ts";

/** In running text: "Arjovsky", "Arjovsky and Bottou", "Arjovsky et al."; a work without authors goes by its title up to a colon. */
export function nameOf({ author = [], title }: Reference): string {
  const [first, second, ...more] = author.map(({ family }) => family);
  if (first === undefined) return title.split(":")[0]!;
  if (second === undefined) return first;
  return more.length > 0 ? `${first} et al.` : `${first} and ${second}`;
}

/** "Arjovsky et al., 2017" */
export const labelOf = (reference: Reference): string =>
  [nameOf(reference), reference.year].filter(Boolean).join(", ");

/** In the list: what stands before the title, and where the work appeared, as sentences; either may be empty. */
export function sourceOf(reference: Reference): { before: string; after: string } {
  const { author = [], year, venue, arxiv, version } = reference;
  const names = author.map(({ family, given }) => (given ? `${given} ${family}` : family));
  const authors =
    names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : (names[0] ?? "");
  const inYear = year && (authors ? ` (${year})` : String(year));
  const parts = [
    venue,
    arxiv && `arXiv:${arxiv}${version ? ` ${version}` : ""}`,
    authors ? "" : inYear,
  ];
  const after = parts.filter(Boolean).join("; ");
  return {
    before: authors && `${authors}${inYear ?? ""}. `,
    after: after && ` ${after}.`,
  };
}

/** Where a reader can open it: arXiv first, as it is free to read. */
export function linkOf({ arxiv, version, doi, url }: Reference): string | undefined {
  if (arxiv) return `https://arxiv.org/abs/${arxiv}${version ?? ""}`;
  return url ?? (doi ? `https://doi.org/${doi}` : undefined);
}
