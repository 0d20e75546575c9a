import type { Param } from "../contract/params.ts";

/** Whether a hand sets it in a picture: among the controls it has no control of its own. */
export const setInView = ({ control, inView }: Param<unknown>): boolean =>
  inView === true || control.kind === "drawings" || control.kind === "points";
