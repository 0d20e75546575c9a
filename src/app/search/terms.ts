/** Words as the search compares them: without case and accents, Greek letters by name, so that σ, \sigma and sigma meet. */

import { withoutInvisible } from "../../contract/invisible.ts";

const GREEK =
  "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega".split(
    " ",
  );
const FIRST_GREEK = 0x3b1;

/** Words with their indices: `f_w` and `n_critic` are one each. A soft hyphen or a joiner parts none. */
const WORD =
  /[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]*(?:[_^'’][\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]*)*/gu;
/** What is compared with a query, code units and words; more narrows nothing, and comparing all of a pasted book would take a minute. */
const MOST = { letters: 300, words: 16 } as const;
/** What TeX adds around letters. */
const MARKUP = /\\(?:math[a-z]+|text[a-z]*|operatorname|boldsymbol|bm|hat|tilde|bar|left|right)\b/g;

/** A query as text: `\mathbb{P}_\theta` is `P_theta`. */
const plainQuery = (query: string): string =>
  withoutInvisible(query.slice(0, 10 * MOST.letters))
    .slice(0, MOST.letters)
    .replace(MARKUP, "")
    .replace(/[\\{}$]/g, "");

export const wordsOf = (text: string): string[] => text.match(WORD) ?? [];

/** Each word with the place where it begins. */
export const placesOf = (text: string): { word: string; start: number }[] =>
  [...text.matchAll(WORD)].map((found) => ({ word: found[0], start: found.index }));

/** `Σ` is `sigma`, `ϕ` is `phi`, `Léon` is `leon`, `ℙ_θ` is `p_theta`. */
export const termOf = (word: string): string =>
  withoutInvisible(word)
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase()
    .replace(/[α-ω]/g, (letter) => GREEK[letter.charCodeAt(0) - FIRST_GREEK]!);

/** A note says the same words again and again, and the index reads them all at once. */
const known = new Map<string, string[]>();

/** The terms under which a word is kept: a letter with an index also under each of both. */
export function termsOf(word: string): string[] {
  let terms = known.get(word);
  if (!terms) {
    const term = termOf(word);
    const parts = term.split(/[_^]/);
    terms = parts.length > 1 ? [term, ...parts] : [term];
    known.set(word, terms);
  }
  return terms;
}

/** Words of questions that say nothing about where the answer stands. */
const SMALL = new Set(
  "an and are as be by do does for from how in is it of on or that the to what when where which why with".split(
    " ",
  ),
);

/** A capital A is a letter of some formula. */
const isSmall = (word: string): boolean => word === "a" || SMALL.has(word.toLowerCase());

/** A query's words without the small ones, or with them if it has no others. */
export function queryWords(query: string): string[] {
  const words = wordsOf(plainQuery(query)).slice(0, MOST.words);
  const large = words.filter((word) => !isSmall(word));
  return large.length > 0 ? large : words;
}
