/** Labelled digits as the demos use them: a set to draw batches from, and the same images at every look. */
import type { Table } from "../../math/rows.ts";
import { tensor, type Tensor } from "../../math/tensor.ts";

/** Images [n, 28, 28] and their digits [n]. */
export interface Labelled {
  readonly images: Table;
  readonly labels: Table;
}

/** The images, and which rows each digit has. */
export interface Digits {
  readonly images: Table;
  readonly byDigit: readonly (readonly number[])[];
}

function byDigit({ images, labels }: Labelled): Digits {
  const found = Array.from({ length: 10 }, (): number[] => []);
  for (const [row, digit] of Array.from(labels.data).entries()) found[digit]!.push(row);
  return { images, byDigit: found };
}

/** Images in rows of 784 numbers, [n, 784], and their digits: equally many of each, digit by digit. */
export interface Rows {
  readonly x: Float32Array<ArrayBuffer>;
  readonly digits: readonly number[];
}

/** The first images of each digit, `each` of them. */
function firstImages({ images, byDigit: own }: Digits, each: number): Rows {
  const { data, shape, scale = 1 } = images;
  const pixels = shape[1]! * shape[2]!;
  const chosen = own.flatMap((places) => places.slice(0, each));
  const x = new Float32Array(chosen.length * pixels);
  for (const [i, row] of chosen.entries())
    for (let p = 0; p < pixels; p++) x[i * pixels + p] = data[row * pixels + p]! * scale;
  return { x, digits: own.flatMap((_, digit) => Array<number>(each).fill(digit)) };
}

/** Images of each digit that a probe is fitted to, held-out ones that it is tested on, and how many of these are drawn. */
const FITTED = 50;
const TESTED = 50;
const SHOWN = 20;

export interface Sets {
  /** Batches are drawn from it. */
  readonly train: Digits;
  /** The first of those; the rest is held out. */
  readonly fitted: Rows;
  readonly tested: Rows;
  readonly shown: Rows;
}

export function setsOf(data: { readonly train: Labelled; readonly test: Labelled }): Sets {
  const [train, test] = [byDigit(data.train), byDigit(data.test)];
  return {
    train,
    fitted: firstImages(train, FITTED),
    tested: firstImages(test, TESTED),
    shown: firstImages(test, SHOWN),
  };
}

/** Those of the digits below `K`. */
export function below({ x, digits }: Rows, K: number): Rows {
  const n = (digits.length / 10) * K;
  return { x: x.subarray(0, (n * x.length) / digits.length), digits: digits.slice(0, n) };
}

/** [n, 784]. */
export const asTensor = ({ x, digits }: Rows): Tensor =>
  tensor(x.slice(), [digits.length, x.length / digits.length]);
