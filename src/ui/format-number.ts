/** Numbers as a reader meets them: three significant digits, real minus signs, thin spaces between thousands. */

/** Narrow no-break space: groups digits without letting a line end inside the number. */
const THIN = "\u202f";
const MINUS = "\u2212";
const SUPERSCRIPT: Readonly<Record<string, string>> = Object.fromEntries(
  [..."0123456789-"].map((digit, i) => [digit, [..."⁰¹²³⁴⁵⁶⁷⁸⁹⁻"][i]!]),
);

const grouped = (digits: string): string =>
  // Four digits stay together, as in print: 2000 but 20 000.
  digits.length > 4 ? digits.replace(/\B(?=(\d{3})+$)/g, THIN) : digits;

function typeset(plain: string): string {
  const [whole = "", fraction] = plain.replace("-", "").split(".");
  const digits = grouped(whole) + (fraction === undefined ? "" : `.${fraction}`);
  return plain.startsWith("-") && Number(plain) !== 0 ? MINUS + digits : digits;
}

function scientific(x: number, digits: number): string {
  const [mantissa = "", exponent = ""] = x.toExponential(digits - 1).split("e");
  const power = [...exponent.replace("+", "")].map((c) => SUPERSCRIPT[c]).join("");
  return `${typeset(mantissa.replace(/\.?0+$/, ""))}${THIN}×${THIN}10${power}`;
}

/** `x` to `digits` significant digits: `0.0312`, `−1.50`, `12 300`, `4.2 × 10⁻⁵`; words where there is no number. */
export function formatNumber(x: number, digits = 3): string {
  if (Number.isNaN(x)) return "not a number";
  if (!Number.isFinite(x)) return x > 0 ? "∞" : `${MINUS}∞`;
  if (x === 0) return "0";
  const size = Math.abs(x);
  if (size < 1e-3 || size >= 1e6) return scientific(x, digits);
  if (Number.isInteger(x) && size < 10 ** digits) return typeset(String(x));
  const rounded = Number(x.toPrecision(digits));
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(rounded))));
  return typeset(rounded.toFixed(decimals));
}

/** `x` to so many decimals: `−0.06`; what rounds to zero has no sign. */
export const formatFixed = (x: number, decimals: number): string => typeset(x.toFixed(decimals));

/** A whole number in full: `12 345`. */
export const formatCount = (n: number): string => typeset(String(Math.round(n)));

/** "1 step", "2,000 steps". */
export const formatCounted = (n: number, name: string): string =>
  `${formatCount(n)} ${name}${n === 1 ? "" : "s"}`;

/** Labels of evenly spaced ticks: all with the decimals that their spacing needs. */
export function formatTicks(ticks: readonly number[]): string[] {
  const spacing = Math.abs((ticks[1] ?? 0) - (ticks[0] ?? 0));
  const largest = Math.max(...ticks.map(Math.abs));
  if (spacing < 1e-4 || largest >= 1e6) return ticks.map((tick) => formatNumber(tick));
  // The small term keeps a spacing of 0.30000000000000004 from asking for one digit more.
  const decimals = Math.min(6, Math.max(0, Math.ceil(-Math.log10(spacing) - 1e-9)));
  return ticks.map((tick) => typeset(tick.toFixed(decimals)));
}

/** Seconds in words that promise no more than is known: `about 20 s`, `about 3 min`. */
export function formatDuration(seconds: number): string {
  if (seconds < 1) return "less than 1 s";
  if (seconds < 10) return `about ${Math.round(seconds)} s`;
  if (seconds < 90) return `about ${Math.round(seconds / 5) * 5} s`;
  if (seconds < 5400) return `about ${Math.round(seconds / 60)} min`;
  return `about ${Math.round(seconds / 3600)} h`;
}

/** What is on its way, and how far. */
export const formatLoading = (files: { loaded: number; total: number; engine?: true }): string => {
  const what = files.engine ? "the engine" : "data";
  return files.loaded > 0 ? `${what}, ${formatProgress(files)}` : what;
};

/** How much of something large is here, in bytes: `0.4 of 1.1 MB`, and `0.4 MB` where nobody knows how much it will be. */
export function formatProgress({ loaded, total }: { loaded: number; total: number }): string {
  const here = (loaded / 1e6).toFixed(1);
  return total > 0 ? `${here} of ${(total / 1e6).toFixed(1)} MB` : `${here} MB`;
}
