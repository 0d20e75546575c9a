/** One step of Adam on 100,000 weights with a given gradient. The loss is the first weight. */
import { normals } from "../numbers.ts";

export const [SIZE, RATE] = [100_000, 0.001];
export const weights = normals("adam weights", SIZE);
export const gradient = normals("adam gradient", SIZE);
