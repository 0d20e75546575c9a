/** References as BibTeX, for those whose publisher's entry is not in `references.json`. */
import type { PaperFacts, Reference } from "./note.ts";
import { linkOf } from "./reference-text.ts";

const CONFERENCE =
  /\b(?:ICML|NeurIPS|NIPS|ICLR|CVPR|ICCV|ECCV|AISTATS|UAI|COLT|ACL|EMNLP|NAACL|AAAI|IJCAI|KDD|ICASSP|Interspeech|Advances in Neural|Proceedings|Conference|Workshop)\b/;
const JOURNAL =
  /\b(?:Journal|Transactions|Letters|Review|Annals|JMLR|TMLR|PAMI|Nature|Science|Computation)\b/;

const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  // BibTeX counts braces behind backslashes too: one alone would end the entry elsewhere.
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  // In TeX's first encoding of fonts these are printed as other signs.
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
};

/** Text as TeX would print it. Letters beyond ASCII stay: BibTeX has read UTF-8 for long. */
const escaped = (text: string): string =>
  text.replace(/[\\~^{}&%$#_<>|]/g, (sign) => ESCAPES[sign] ?? `\\${sign}`);

/** Names in titles of our references that are written like any word of a title in capitals. */
const NAMES = new Set(
  "Bayes Bayesian Bernoulli Boltzmann Devanagari Earth-Mover Euclidean Fashion Gaussian Gibbs Hilbert Keras Kullback Laplace Leibler Lipschitz Markov Monte Carlo Omniglot Python Riemannian Siamese Sinkhorn Theano Wasserstein".split(
    " ",
  ),
);
const WORD = /\\text\w+\{\}|[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;

/**
 * Styles set titles in lower case, but leave alone what stands in braces: "{WGAN}s", "{TensorFlow}", "{Wasserstein}". In a title that
 * is not in capitals throughout, every capital but the first of a sentence is that of a name.
 */
function title(text: string): string {
  const long = text.match(/(?<=\s)\p{L}{4,}/gu) ?? [];
  const inCapitals = 2 * long.filter((word) => /^\p{Lu}/u.test(word)).length >= long.length;
  return escaped(text).replace(WORD, (word, at: number, whole: string) => {
    if (word.startsWith("\\")) return word;
    const begins = /(^|[:.?!/]\s*)$/.test(whole.slice(0, at));
    const isName =
      /.\p{Lu}/u.test(word) ||
      word.split("-").some((part) => NAMES.has(part)) ||
      (!inCapitals && !begins && /^\p{Lu}/u.test(word));
    return isName ? `{${word}}` : word;
  });
}

/** "Arjovsky, Martin"; a name in one part, often that of a group, is kept whole by braces. */
const author = ({ family, given }: { family: string; given?: string }): string =>
  given ? `${escaped(family)}, ${escaped(given)}` : `{${escaped(family)}}`;

/** In which kind of entry, and under which field, a work's venue is named. */
function kindOf(venue: string | undefined): { entry: string; field: string } {
  if (venue && JOURNAL.test(venue)) return { entry: "article", field: "journal" };
  if (venue && CONFERENCE.test(venue)) return { entry: "inproceedings", field: "booktitle" };
  return { entry: "misc", field: "howpublished" };
}

export function bibtexOf(key: string, reference: Reference): string {
  if (reference.bibtex) return reference.bibtex;
  const { author: authors = [], year, venue, arxiv, version, doi } = reference;
  const { entry, field } = kindOf(venue);
  const fields: readonly (readonly [string, string | undefined])[] = [
    ["title", title(reference.title)],
    ["author", authors.map(author).join(" and ")],
    ["year", year?.toString()],
    // For a preprint the next two lines say it.
    [field, venue === "arXiv" ? undefined : venue && escaped(venue)],
    ["eprint", arxiv && arxiv + (version ?? "")],
    ["archiveprefix", arxiv && "arXiv"],
    ["doi", doi],
    ["url", linkOf(reference)],
  ];
  const lines = fields
    .filter(([, value]) => value)
    .map(([name, value]) => `  ${name} = {${value}}`);
  return `@${entry}{${key},\n${lines.join(",\n")}\n}`;
}

/** Of a paper that the list of references does not have. */
export function bibtexOfPaper(key: string, { authors, ...paper }: PaperFacts): string {
  const split = (name: string) => {
    const [, given, family] = /^(.*) (\S+)$/.exec(name) ?? [];
    return family ? { family, given: given! } : { family: name };
  };
  return bibtexOf(key, { ...paper, author: authors.map(split) });
}
