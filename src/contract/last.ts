import type { Points } from "./protocol.ts";

/** The newest value; NaN while there is none. */
export const last = ({ values }: Points): number => values.at(-1) ?? Number.NaN;
