/** A dense row-major array, as parameters and outputs are. */
export interface Numbers {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** One picture of several [n, height, width], or the only one [height, width]. */
export function pictureOf(
  { shape, data }: Numbers,
  index = 0,
): { width: number; height: number; data: Float32Array } {
  const [height, width] = shape.slice(-2) as [number, number];
  const size = height * width;
  return { width, height, data: data.subarray(index * size, (index + 1) * size) };
}
