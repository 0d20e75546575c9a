/** Regression with an MLP 2-H-H-H-1, ReLU, 256 fresh points a step, squared error, SGD. */
import { batches } from "../numbers.ts";

export const BATCH = 256;
export const RATE = 0.01;
export const sizesOf = (hidden: number): number[] => [2, hidden, hidden, hidden, 1];
export const x = batches("mlp x", BATCH * 2);
export const y = batches("mlp y", BATCH);
