/** −log p(x) from the weights of many codes, and means over images. */

/** The estimate of each image, in nats, from the logarithms of its weights: K rows of n numbers. Each is −log of the mean weight. */
export function byImportance(logs: readonly ArrayLike<number>[]): number[] {
  const n = logs[0]?.length ?? 0;
  return Array.from({ length: n }, (_, i) => {
    const each = logs.map((row) => row[i]!);
    const most = Math.max(...each);
    const mean = each.reduce((sum, log) => sum + Math.exp(log - most), 0) / each.length;
    return -(most + Math.log(mean));
  });
}

/** The mean, and half the width of its 95 % interval. */
export function meanWithError(numbers: readonly number[]): { mean: number; error: number } {
  const { length } = numbers;
  const mean = numbers.reduce((sum, x) => sum + x, 0) / length;
  const variance = numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (length - 1);
  return { mean, error: 1.96 * Math.sqrt(variance / length) };
}
