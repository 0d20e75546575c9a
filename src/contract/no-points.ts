import type { Points } from "./protocol.ts";

/** A curve of which nothing is known. */
export const NO_POINTS: Points = { steps: new Uint32Array(), values: new Float32Array() };
