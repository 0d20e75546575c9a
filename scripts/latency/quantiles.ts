/** Times of many answers in a row of a table. */

/** The number below which so large a share of them lies; NaN of none. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)] ?? Number.NaN;

const rounded = (ms: number): number => Number(ms.toFixed(1));

/** In parts, medians and in brackets 95th percentiles. An answer that never was shown, since a newer one came first, counts as dropped. */
export function rowOf(answers: NonNullable<Window["answered"]>): Record<string, number | string> {
  const shown = answers.flatMap(({ ms }) => ms ?? []);
  const part = (name: "heardMs" | "backMs"): string => {
    const own = answers.filter(({ ms }) => ms !== null).map((each) => each[name]);
    return `${rounded(quantile(own, 0.5))} (${rounded(quantile(own, 0.95))})`;
  };
  return {
    asked: answers.length,
    dropped: answers.length - shown.length,
    median: rounded(quantile(shown, 0.5)),
    "95th": rounded(quantile(shown, 0.95)),
    worst: rounded(quantile(shown, 1)),
    "heard after": part("heardMs"),
    "there and back": part("backMs"),
  };
}
