import type { Param } from "../contract/params.ts";

/** A value as its control shows it. */
export function valueText({ control, unit, format }: Param<unknown>, value: unknown): string {
  const text = format(value);
  if (control.kind === "choice")
    return control.options.find((option) => option.value === text)?.label ?? text;
  return unit === undefined ? text : `${text} ${unit}`;
}
