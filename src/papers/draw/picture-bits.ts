/** Pictures as the model has seen them: black or white. */
import type { Table } from "../../math/rows.ts";
import { tensor, type Numbers, type Tensor } from "../../math/tensor.ts";
import { PIXELS } from "./first-weights.ts";

/** A picture that the reader chose or drew. */
interface Chosen {
  readonly picture: "digit" | "drawing";
  readonly digit: number;
  readonly drawing: Numbers;
}

/** Its ink, [A B] of 0 to 1. */
export function inkOf(
  { picture, digit, drawing }: Chosen,
  { data, scale = 1 }: Table,
): Float32Array {
  if (picture === "drawing") return Float32Array.from(drawing.data);
  const first = digit * PIXELS;
  return Float32Array.from({ length: PIXELS }, (_, i) => data[first + i]! * scale);
}

/** Ink, [A B] of 0 to 1, in bits: [1, A B]. Half of full ink or more is ink. */
export const bits = (ink: ArrayLike<number>): Tensor =>
  tensor(
    Float32Array.from(ink, (each) => Number(each >= 0.5)),
    [1, PIXELS],
  );
