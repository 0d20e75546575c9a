/** The supervised contrastive loss L_out (Khosla et al., arXiv:2004.11362v5, eq. 2) and a step of SGD on the embeddings themselves, d = 64, ten classes. */
import { normals } from "../numbers.ts";

export const [DIMENSIONS, TEMPERATURE, RATE] = [64, 0.1, 0.1];
const CLASSES = 10;
export const embeddings = (batch: number) => normals("embeddings", batch * DIMENSIONS);

/** 1 / (batch |P(i)|) where j is another of i's class, else 0. */
export function positives(batch: number): Float32Array {
  const labels = Array.from({ length: batch }, (_, i) => i % CLASSES);
  const counts = labels.map((label) => labels.filter((other) => other === label).length - 1);
  return Float32Array.from({ length: batch * batch }, (_, at) => {
    const [i, j] = [Math.floor(at / batch), at % batch];
    return i !== j && labels[i] === labels[j] ? 1 / (batch * counts[i]!) : 0;
  });
}

/** What leaves i itself out of its sum of exponentials. */
export const selves = (batch: number): Float32Array =>
  Float32Array.from({ length: batch * batch }, (_, at) =>
    at % batch === Math.floor(at / batch) ? -1e9 : 0,
  );
