import type { Described } from "./params.ts";

type Settings = Readonly<Record<string, unknown>>;

/** Whether the settings are, among others, these. */
export const holds = (when: Settings, values: Settings): boolean =>
  Object.entries(when).every(([name, value]) => values[name] === value);

/** Whether a setting does nothing with these values. */
export const idles = ({ idle }: Described, values: Settings): boolean =>
  idle !== undefined && holds(idle.when, values);

/** Whether a setting bears on what is computed, be it the training or a picture. */
export const computes = (param: Described, values: Settings): boolean =>
  !param.redraws && !idles(param, values);

/** Whether a setting bears on training: it does more than ask for another picture. */
export const trains = (param: Described, values: Settings): boolean =>
  param.effect !== "view" && !idles(param, values);
