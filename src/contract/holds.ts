import type { Described } from "./params.ts";

type Settings = Readonly<Record<string, unknown>>;

/** Whether the settings are, among others, these. */
export const holds = (when: Settings, values: Settings): boolean =>
  Object.entries(when).every(([name, value]) => values[name] === value);

/** Whether a setting does nothing with these values. */
export const idles = ({ idle }: Described, values: Settings): boolean =>
  idle !== undefined && holds(idle.when, values);

/** Whether a setting bears on training: it does more than redraw. */
export const trains = (param: Described, values: Settings): boolean =>
  param.effect !== "view" && !idles(param, values);
