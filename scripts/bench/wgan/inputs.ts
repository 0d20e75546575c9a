/** One round of WGAN's Algorithm 1 (arXiv:1701.07875v3): five ascents of the critic, each clipped, and a descent of the generator. */
import { batches } from "../numbers.ts";

export const [BATCH, ASCENTS, RATE, CLIP] = [256, 5, 0.0005, 0.1];
export const DECAY = 0.99;
export const criticSizes = (hidden: number): number[] => [2, hidden, hidden, 1];
export const generatorSizes = (hidden: number): number[] => [2, hidden, hidden, 2];

const ascents = Array.from({ length: ASCENTS }, (_, t) => t);
export const real = ascents.map((t) => batches(`real ${t}`, BATCH * 2));
export const noise = ascents.map((t) => batches(`noise ${t}`, BATCH * 2));
export const lastNoise = batches("last noise", BATCH * 2);
