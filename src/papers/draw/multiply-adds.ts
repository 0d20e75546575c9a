/** How much work DRAW's loss is, counted: a number that is the same on every machine, which seconds are not. */
import { PIXELS, SIDE, type Sizes } from "./first-weights.ts";

/** A layer's products, once for each of its weights: an LSTM's four gates see its input and its own state. */
const lstm = (input: number, H: number): number => (input + H) * 4 * H;

/** One image or patch through both filterbanks, either way. */
const filtered = (N: number): number => N * SIDE * SIDE + N * N * SIDE;

/**
 * Multiply-adds in the matrix products of eqs. (1) to (8) for one image and all T steps, forwards. What is counted not: sums and
 * functions of single numbers, and the way back, about twice as much again with windows and without.
 */
export function multiplyAdds({ attention, T, H, Z, N }: Sizes): number {
  const both = lstm(Z, H) + 2 * H * Z;
  // Reading filters the image and the error, writing one patch; either window is set by five numbers.
  const windows = lstm(2 * N * N + H, H) + H * N * N + 2 * 5 * H + 3 * filtered(N);
  const whole = lstm(PIXELS + H, H) + H * PIXELS;
  // Without attention what the encoder makes of x is computed once.
  return attention ? T * (both + windows) : T * (both + whole) + PIXELS * 4 * H;
}
