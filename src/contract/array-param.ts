/** What parameters that are arrays have in common: in links they are bytes in base64. */
import type { NDArray } from "./array.ts";
import { fromText, toText } from "./base64.ts";
import type { Described, Param } from "./params.ts";

/** How many rows a value may have, and how many bytes one takes in a link. */
export interface Layout {
  readonly least: number;
  readonly most: number;
  readonly rowBytes: number;
  /** What a row is, in the plural: "drawings". */
  readonly rows: string;
  decode(bytes: Uint8Array<ArrayBuffer>, n: number): NDArray;
  encode(value: NDArray): Uint8Array;
}

export interface Many extends Described {
  /** Default 1. */
  readonly least?: number;
  readonly most: number;
  /** As links write it; without one, as few rows as may be, all of zeros. */
  readonly fallback?: string;
}

/** `rows` in the plural: "1 drawing", "3 points", "2 to 5 drawings". */
const counted = (least: number, most: number, rows: string): string =>
  most === 1
    ? `1 ${rows.slice(0, -1)}`
    : `${least === most ? most : `${least} to ${most}`} ${rows}`;

/** Throws where the declared default is none of its own values. */
export function arrayParam(
  spec: Many,
  layout: Layout,
  control: Param<NDArray>["control"],
): Param<NDArray> {
  const { label, symbol, help, unit, effect, inView } = spec;
  const { least, most, rowBytes, rows } = layout;
  const read = (text: string): NDArray | null => {
    try {
      const bytes = fromText(text);
      const n = bytes.length / rowBytes;
      return Number.isInteger(n) && n >= least && n <= most ? layout.decode(bytes, n) : null;
    } catch {
      return null;
    }
  };
  const fallback = read(spec.fallback ?? toText(new Uint8Array(least * rowBytes)));
  if (!fallback) throw new Error(`The default of “${label}” is none of its values.`);
  return {
    label,
    symbol,
    help,
    unit,
    effect,
    inView,
    fallback,
    control,
    parse(text) {
      const value = read(text);
      if (value) return { value };
      const problem = `${label}: the link’s text is not ${counted(least, most, rows)} as this site writes them, so it is what the demo begins with.`;
      return { value: fallback, problem };
    },
    format: (value) => toText(layout.encode(value)),
  };
}
