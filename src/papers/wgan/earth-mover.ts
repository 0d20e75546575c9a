/**
 * Earth-mover distance between two batches of points, eq. (1) of arXiv:1701.07875v3, exactly: with n equal weights a side
 * the best coupling is a permutation, so the infimum is an assignment problem.
 */

/**
 * Mean Euclidean length of the best one-to-one matching of `x` to `y`.
 *
 * @param x n points in the plane, [n, 2] row-major
 * @param y n points in the plane, [n, 2] row-major
 * @returns distance in the units of the points; NaN if a coordinate is not finite
 */
export function earthMoverDistance(x: Float32Array, y: Float32Array): number {
  const n = x.length / 2;
  if (n < 1 || x.length !== y.length) {
    throw new Error(
      `Two batches of the same size are needed, not ${n} and ${y.length / 2} points.`,
    );
  }
  const cost = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const dx = x[2 * i]! - y[2 * j]!;
      const dy = x[2 * i + 1]! - y[2 * j + 1]!;
      cost[i * n + j] = Math.sqrt(dx * dx + dy * dy);
    }
  }
  return assignmentCost(cost, n) / n;
}

/**
 * Least total cost of a perfect matching, by shortest augmenting paths with potentials (Jonker and Volgenant 1987): O(n³).
 *
 * @param cost [n, n] row-major
 */
function assignmentCost(cost: Float64Array, n: number): number {
  if (!cost.every(Number.isFinite)) return Number.NaN;
  // Row and column n stand for "not matched yet".
  const rowOf = new Int32Array(n + 1).fill(n);
  const rowPotential = new Float64Array(n + 1);
  const columnPotential = new Float64Array(n + 1);
  const slack = new Float64Array(n + 1);
  const from = new Int32Array(n + 1);
  const reached = new Uint8Array(n + 1);

  for (let row = 0; row < n; row++) {
    slack.fill(Number.POSITIVE_INFINITY);
    reached.fill(0);
    rowOf[n] = row;
    let column = n;
    // Dijkstra over reduced costs until a free column is reached.
    while (rowOf[column] !== n) {
      reached[column] = 1;
      const i = rowOf[column]!;
      let step = Number.POSITIVE_INFINITY;
      let nearest = n;
      for (let j = 0; j < n; j++) {
        if (reached[j]) continue;
        const reduced = cost[i * n + j]! - rowPotential[i]! - columnPotential[j]!;
        if (reduced < slack[j]!) {
          slack[j] = reduced;
          from[j] = column;
        }
        if (slack[j]! < step) {
          step = slack[j]!;
          nearest = j;
        }
      }
      for (let j = 0; j <= n; j++) {
        if (reached[j]) {
          rowPotential[rowOf[j]!] = rowPotential[rowOf[j]!]! + step;
          columnPotential[j] = columnPotential[j]! - step;
        } else {
          slack[j] = slack[j]! - step;
        }
      }
      column = nearest;
    }
    // Shift the matching along the path found.
    while (column !== n) {
      const previous = from[column]!;
      rowOf[column] = rowOf[previous]!;
      column = previous;
    }
  }

  let total = 0;
  for (let j = 0; j < n; j++) total += cost[rowOf[j]! * n + j]!;
  return total;
}
