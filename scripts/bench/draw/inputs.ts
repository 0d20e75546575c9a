/** DRAW's attention (Gregor et al., arXiv:1502.04623v2, §3.2): a patch of 5 by 5 read from an image of 28 by 28 and written back, batch 64; mean square of what differs, SGD on the five parameters. */
import { batches, normals } from "../numbers.ts";

export const [BATCH, SIDE, PATCH, RATE] = [64, 28, 5, 0.1];
/** Columns g_X, g_Y, log sigma^2, log delta, log gamma as the decoder gives them. */
export const PARAMETERS = 5;
export const first = normals("draw parameters", BATCH * PARAMETERS, 0.3);
export const images = batches("draw images", BATCH * SIDE * SIDE, Math.abs);
/** i - N/2 - 1/2 for i from 1. */
export const offsets = Array.from({ length: PATCH }, (_, i) => i - PATCH / 2 + 0.5);
export const pixels = Array.from({ length: SIDE }, (_, a) => a + 1);
