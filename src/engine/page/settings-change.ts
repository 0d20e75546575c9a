/** Settings as records: what differs, and what of it acts how. */
import type { Demo } from "../../contract/demo.ts";
import { same, toWire, type Effect, type Wire } from "../../contract/params.ts";

type Settings = Readonly<Record<string, unknown>>;

/**
 * `before` with the changes in the form that links give them. A setting that stays the same, or is again as in `old`,
 * keeps its object; where all do, the record is `before` or `old` itself.
 */
export function withChanges(
  { params }: Demo,
  before: Settings,
  changes: Settings,
  old: Settings = before,
): Settings {
  const next: Record<string, unknown> = { ...before };
  for (const [name, value] of Object.entries(changes)) {
    const param = params[name];
    if (!param) continue;
    const known = [old, before].find((record) => same(param, record[name], value));
    next[name] = known ? known[name] : param.parse(param.format(value)).value;
  }
  return (
    [before, old].find((record) =>
      Object.keys(next).every((name) => next[name] === record[name]),
    ) ?? next
  );
}

/** The names whose values are other objects. */
export const differing = (a: Settings, b: Settings): string[] =>
  Object.keys(a).filter((name) => a[name] !== b[name]);

export const pick = (settings: Settings, names: readonly string[]): Settings =>
  Object.fromEntries(names.map((name) => [name, settings[name]]));

/** The settings of one effect, as text. */
export const wireOf = ({ params }: Demo, settings: Settings, effect: Effect): Wire =>
  toWire(
    params,
    pick(
      settings,
      Object.keys(params).filter((name) => params[name]!.effect === effect),
    ),
  );
