/** A share of 1 in whole percent. */
export const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
