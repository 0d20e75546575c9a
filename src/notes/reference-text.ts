/** How a reference reads. */
import type { Reference } from "./note.ts";

/** In running text: "Arjovsky", "Arjovsky and Bottou", "Arjovsky et al." */
export function nameOf({ author }: Reference): string {
  const [first, second, ...more] = author.map(({ family }) => family);
  if (first === undefined) return "Anonymous";
  if (second === undefined) return first;
  return more.length > 0 ? `${first} et al.` : `${first} and ${second}`;
}

/** In the list: all authors, and where it appeared, as a sentence. */
export function sourceOf(reference: Reference): { authors: string; source: string } {
  const names = reference.author.map(({ family, given }) =>
    given ? `${given} ${family}` : family,
  );
  const authors =
    names.length > 1
      ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`
      : (names[0] ?? "Anonymous");
  const { venue, arxiv, version } = reference;
  const parts = [venue, arxiv && `arXiv:${arxiv}${version ? ` ${version}` : ""}`].filter(Boolean);
  return { authors, source: parts.length > 0 ? `${parts.join("; ")}.` : "" };
}

/** Where a reader can open it: arXiv first, as it is free to read. */
export function linkOf({ arxiv, version, doi, url }: Reference): string | undefined {
  if (arxiv) return `https://arxiv.org/abs/${arxiv}${version ?? ""}`;
  return url ?? (doi ? `https://doi.org/${doi}` : undefined);
}
