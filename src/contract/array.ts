/** A dense row-major array as it crosses the thread boundary. */
export interface NDArray {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}
