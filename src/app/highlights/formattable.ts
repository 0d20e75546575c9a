/** Longer comments stay as they were typed: of emphasis in emphasis the parser's time grows with the square. Code units. */
const LONGEST = 5000;
/** Quotes and lists deeper in one another than anybody means: on these the parser's stack ends. */
const DEEP = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){12}|^[ \t]{40}/m;

/** Whether a comment can be formatted without holding up the page. */
export const isFormattable = (text: string): boolean => text.length <= LONGEST && !DEEP.test(text);
