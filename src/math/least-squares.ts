/** Linear fits of plain numbers in float64: for measuring what a model has learned, not for learning. */
import type { Numbers } from "./tensor.ts";

/** The values that a fit gives for rows [m, d]: [m, ...] as those that it was made of were [n, ...]. */
export type Fit = (x: Numbers) => { readonly shape: number[]; readonly data: Float64Array };

/** Rows and the numbers in each. */
function sidesOf({ shape, data }: Numbers): [n: number, width: number] {
  const [n = 1, ...rest] = shape;
  const width = rest.reduce((product, size) => product * size, 1);
  if (data.length !== n * width) {
    throw new Error(`Numbers of shape [${shape}] are ${n * width}, not ${data.length}.`);
  }
  return [n, width];
}

/**
 * Ridge regression (Hoerl and Kennard 1970): W and b that make |x W + b - y|^2 + lambda |W|^2 least, for rows x [n, d] and y [n] or
 * [n, k]; b is not held back. By the normal equations, whose error grows with the square of x's condition. A linear probe is
 * this with one-hot y, and `greatest` of what it gives. Throws if lambda is 0 and the columns of x depend on each other.
 */
export function ridge(x: Numbers, y: Numbers, lambda: number): Fit {
  const [[n, d], [ny, k]] = [sidesOf(x), sidesOf(y)];
  if (n !== ny || n === 0) throw new Error(`A fit of ${ny} values to ${n} rows is not possible.`);
  const [middleX, middleY] = [columnMeans(x, n, d), columnMeans(y, n, k)];
  const products = new Float64Array(d * d);
  const W = new Float64Array(d * k);
  const row = new Float64Array(d);
  for (let i = 0; i < n; i++) {
    for (let p = 0; p < d; p++) row[p] = x.data[i * d + p]! - middleX[p]!;
    for (let p = 0; p < d; p++) {
      for (let q = 0; q <= p; q++) products[p * d + q]! += row[p]! * row[q]!;
      for (let c = 0; c < k; c++) W[p * k + c]! += row[p]! * (y.data[i * k + c]! - middleY[c]!);
    }
  }
  for (let p = 0; p < d; p++) products[p * d + p]! += lambda;
  factorise(products, d);
  solve(products, d, W, k);
  return (rows) => {
    const [m, width] = sidesOf(rows);
    if (width !== d) throw new Error(`The fit takes rows of ${d} numbers, not of ${width}.`);
    const data = new Float64Array(m * k);
    for (let i = 0; i < m; i++) {
      for (let c = 0; c < k; c++) {
        let value = middleY[c]!;
        for (let p = 0; p < d; p++) value += (rows.data[i * d + p]! - middleX[p]!) * W[p * k + c]!;
        data[i * k + c] = value;
      }
    }
    return { shape: [m, ...y.shape.slice(1)], data };
  };
}

function columnMeans({ data }: Numbers, n: number, width: number): Float64Array {
  const means = new Float64Array(width);
  for (let i = 0; i < n; i++) for (let j = 0; j < width; j++) means[j]! += data[i * width + j]!;
  return means.map((total) => total / n);
}

/** Cholesky: the lower half of a symmetric A [d, d] becomes L with L L^T = A. */
function factorise(A: Float64Array, d: number): void {
  for (let p = 0; p < d; p++) {
    const whole = A[p * d + p]!;
    for (let q = 0; q <= p; q++) {
      let rest = A[p * d + q]!;
      for (let r = 0; r < q; r++) rest -= A[p * d + r]! * A[q * d + r]!;
      // What is left of a column that the others make up is their rounding errors.
      if (q === p && !(rest > 1e-13 * whole))
        throw new Error("The columns of x depend on each other: ridge needs a lambda above 0.");
      A[p * d + q] = q === p ? Math.sqrt(rest) : rest / A[q * d + q]!;
    }
  }
}

/** B [d, k] becomes the X with L L^T X = B. */
function solve(L: Float64Array, d: number, B: Float64Array, k: number): void {
  for (let c = 0; c < k; c++) {
    for (let p = 0; p < d; p++) {
      for (let q = 0; q < p; q++) B[p * k + c]! -= L[p * d + q]! * B[q * k + c]!;
      B[p * k + c]! /= L[p * d + p]!;
    }
    for (let p = d - 1; p >= 0; p--) {
      for (let q = p + 1; q < d; q++) B[p * k + c]! -= L[q * d + p]! * B[q * k + c]!;
      B[p * k + c]! /= L[p * d + p]!;
    }
  }
}

/** Share of the variance of `wanted` that `found` accounts for: 1 at best, 0 for its mean, below for worse; NaN or -Infinity if it has none. */
export function rSquared(wanted: ArrayLike<number>, found: ArrayLike<number>): number {
  if (wanted.length !== found.length) {
    throw new Error(`${found.length} values can't be compared with ${wanted.length}.`);
  }
  let middle = 0;
  for (let i = 0; i < wanted.length; i++) middle += wanted[i]! / wanted.length;
  let [rest, total] = [0, 0];
  for (let i = 0; i < wanted.length; i++) {
    rest += (wanted[i]! - found[i]!) ** 2;
    total += (wanted[i]! - middle) ** 2;
  }
  return 1 - rest / total;
}
