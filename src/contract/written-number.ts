/** Numbers as readers write them: `2,000`, `12 345`, `0,05`, `−2`, `1e-4`, `5·10⁻⁵`. */

const RAISED = "⁻⁰¹²³⁴⁵⁶⁷⁸⁹";
/**
 * What stands between thousands, and before decimals; the first is how this site writes, but for its spaces. Written out: what is
 * computed here would count as code of every demo.
 */
const FORMS = [
  { form: /^[-+]?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)?(?:\.\d*)?$/, groups: /,/g, point: "." },
  { form: /^[-+]?(?:\d+|[1-9]\d{0,2}(?:[\s'’]\d{3})+)?(?:\.\d*)?$/, groups: /[\s'’]/g, point: "." },
  { form: /^[-+]?(?:\d+|[1-9]\d{0,2}(?:[\s'’]\d{3})+)?(?:,\d*)?$/, groups: /[\s'’]/g, point: "," },
  { form: /^[-+]?(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)?(?:,\d*)?$/, groups: /\./g, point: "," },
];
/** Longer texts are no number that anybody wrote. */
const LONGEST = 60;

/**
 * The numbers that a text may mean: none, one, or several where `2,000` may be 2 or 2000. With `whole` it is 2000, as notes print
 * whole numbers, but `2.000` may be either; without, a point always stands before decimals.
 */
export function readings(text: string, whole: boolean): number[] {
  if (text.length > LONGEST) return [];
  const plain = text
    .trim()
    .replaceAll(/[−–]/g, "-")
    .replaceAll(
      /[⁻⁰¹²³⁴-⁹]+/g,
      (power) => `^${[...power].map((c) => "-0123456789"[RAISED.indexOf(c)]).join("")}`,
    )
    .replace(
      /(^|[-+]|\s?[·⋅×*]\s?)10\^/,
      (_, before: string) => `${/[-+]|^$/.test(before) ? `${before}1` : ""}e`,
    );
  const [, mantissa = "", power = "0"] = /^(.*?)(?:e([-+ ]?\d+))?$/is.exec(plain)!;
  const found = FORMS.map(({ form, groups, point }) =>
    form.test(mantissa)
      ? Number(`${mantissa.replaceAll(groups, "").replace(point, ".")}e${power.trim()}`)
      : Number.NaN,
  );
  const usual = mantissa.includes(whole ? "," : ".") ? found.slice(0, 1) : [];
  return [...new Set(usual.some((x) => !Number.isNaN(x)) ? usual : found)].filter(
    (x) => !Number.isNaN(x),
  );
}
