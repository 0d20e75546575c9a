/** An LSTM of 128 units over 10 steps, batch 64, input 64: mean square of the last output, Adam. Gates in the order input, forget, cell, output. */
import { batches, normals } from "../numbers.ts";

export const [UNITS, BATCH, INPUT, RATE] = [128, 64, 64, 0.001];
const STEPS = 10;
export const x = Array.from({ length: STEPS }, (_, t) => batches(`lstm ${t}`, BATCH * INPUT));
export const W = {
  values: normals("lstm W", (INPUT + UNITS) * 4 * UNITS, Math.sqrt(1 / (INPUT + UNITS))),
  shape: [INPUT + UNITS, 4 * UNITS] as [number, number],
};
