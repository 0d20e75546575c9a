/** The four-block embedding of Matching Networks: 3 by 3 convolution, batch norm, ReLU, 2 by 2 max-pool; mean square of the embeddings, Adam. */
import { batches, normals } from "../numbers.ts";

export const [SIDE, RATE, EPS] = [28, 0.001, 1e-5];
const BLOCKS = 4;
export const imagesOf = (count: number) => batches("images", count * SIDE * SIDE, Math.abs);

/** First filters [3, 3, from, channels] of each block. */
export const filtersOf = (channels: number) =>
  Array.from({ length: BLOCKS }, (_, i) => {
    const from = i === 0 ? 1 : channels;
    const values = normals(`filter ${i}`, 9 * from * channels, Math.sqrt(2 / (9 * from)));
    return { values, shape: [3, 3, from, channels] as [number, number, number, number] };
  });
