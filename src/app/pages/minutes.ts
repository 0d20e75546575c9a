/** Technical prose is read at about 180 words a minute. */
export const minutes = (words: number): string =>
  `${Math.max(1, Math.round(words / 180))}\u00a0min`;
