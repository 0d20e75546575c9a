/** Digits at random places among pieces of others: the cluttered, translated MNIST of section 4.1 (Mnih et al., 2014), in small. */
import { drawn } from "../../math/drawn.ts";
import { fold, type Key } from "../../math/key.ts";
import { integers } from "../../math/random-arrays.ts";
import type { Table } from "../../math/rows.ts";
import type { Tensor } from "../../math/tensor.ts";

/** Pixels a side: of a picture, of the digit on it, and of a piece of another. */
export const PICTURE = 60;
export const DIGIT = 28;
const PIECE = 8;

/** Columns, or rows, at which a digit's left, or upper, edge can lie: from 0 to one less. */
const PLACES = PICTURE - DIGIT + 1;
const PIECE_PLACES = PICTURE - PIECE + 1;
/** A piece begins within these pixels of its digit, where ink is: so many, from this one on. */
const [CUT_FROM, CUTS] = [5, 12];

/** A square of a picture whose rows are `width` long, from a pixel on, and where its left upper corner comes to lie. */
interface Cut {
  readonly first: number;
  readonly width: number;
  readonly side: number;
  readonly across: number;
  readonly down: number;
}

type Ink = Float32Array<ArrayBuffer>;

/** Lays ink on the picture that begins at `start`; of two inks the darker is seen. */
export function lay(out: Ink, start: number, ink: Pick<Table, "data" | "scale">, cut: Cut): void {
  const { data, scale = 1 } = ink;
  for (let b = 0; b < cut.side; b++) {
    const to = start + (cut.down + b) * PICTURE + cut.across;
    const source = cut.first + b * cut.width;
    for (let a = 0; a < cut.side; a++)
      out[to + a] = Math.max(out[to + a]!, data[source + a]! * scale);
  }
}

/** Row i of a table of digits as what `lay` takes, with its place. */
export const whole = (i: number, across: number, down: number): Cut => ({
  first: i * DIGIT ** 2,
  width: DIGIT,
  side: DIGIT,
  across,
  down,
});

/** Lays pieces of random digits at random places on the picture that begins at `start`. */
export function litter(out: Ink, start: number, key: Key, pieces: number, digits: Table): void {
  const bounds = [digits.shape[0]!, CUTS, CUTS, PIECE_PLACES, PIECE_PLACES];
  const numbers = integers(key, pieces * bounds.length, (place) => bounds[place % bounds.length]!);
  for (let k = 0; k < pieces; k++) {
    const number = (which: number): number => numbers[k * bounds.length + which]!;
    const corner = (CUT_FROM + number(1)) * DIGIT + CUT_FROM + number(2);
    lay(out, start, digits, {
      first: number(0) * DIGIT ** 2 + corner,
      width: DIGIT,
      side: PIECE,
      across: number(3),
      down: number(4),
    });
  }
}

/** Left and upper edge of m digits: [m, 2]. */
const edges = (key: Key, m: number): Int32Array => integers(fold(key, "places"), 2 * m, PLACES);

/**
 * m pictures [m, 60, 60] of a digit each. The digits are those that `rows` chooses with this key, so that their labels are
 * `rows(key, labels, m)`, or with `begin` that many from this one on.
 */
export function cluttered(
  key: Key,
  digits: Table,
  m: number,
  pieces: number,
  begin?: number,
): Tensor {
  const size = PICTURE ** 2;
  return drawn(key, [m, PICTURE, PICTURE], (source, out = new Float32Array(m * size)) => {
    const chosen = integers(source, m, digits.shape[0]!);
    const places = edges(source, m);
    const clutter = fold(source, "clutter");
    for (let k = 0; k < m; k++) {
      const i = begin === undefined ? chosen[k]! : begin + k;
      litter(out, k * size, fold(clutter, k), pieces, digits);
      lay(out, k * size, digits, whole(i, places[2 * k]!, places[2 * k + 1]!));
    }
    return out;
  });
}

/** The middles of the digits on the pictures that this key makes, in pixels from 0, across and down: [m, 2]. */
export const middles = (key: Key, m: number): Tensor =>
  drawn(key, [m, 2], (source) =>
    Float32Array.from(edges(source, m), (edge) => edge + (DIGIT - 1) / 2),
  );
