/** Of letters as browsers set them, CSS px. */
const USUAL = 16;

/** A length that is so many CSS px at usual letters, and grows with the reader's: what is written on a picture grows with them, too. */
export const inLetters = (px: number): string => `${px / USUAL}rem`;
