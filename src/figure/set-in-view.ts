import type { Param } from "../contract/params.ts";

/** Whether its only control is a picture. */
export const onlyInView = ({ control }: Param<unknown>): boolean =>
  control.kind === "drawings" || control.kind === "points";

/** Whether a hand sets it in a picture: beside that it needs no control of its own. */
export const setInView = (param: Param<unknown>): boolean =>
  param.inView === true || onlyInView(param);
