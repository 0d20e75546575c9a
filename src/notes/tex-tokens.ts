/** TeX source to tokens, with their places. */

export interface Token {
  /** `"\\theta"`, `"x"`, `"{"`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN = /\\(?:operatorname\*|[hm]space\*|[A-Za-z]+|[\s\S])|%.*\n?|\s+|[\s\S]/gu;

const MEANS_NOTHING = /^(?:\s|%|\\[,;:!> ]$|\\q?quad$)/;

/** Space of every kind and comments are left out: they change no letter. */
export function tokensOf(tex: string): Token[] {
  return [...tex.matchAll(TOKEN)]
    .map(({ 0: text, index }) => ({ text, start: index, end: index + text.length }))
    .filter(({ text }) => !MEANS_NOTHING.test(text));
}
