/** What a change of settings means to a run. */
import type { Demo, ValuesOf } from "../../contract/demo.ts";
import { fromWire, toWire, type Effect, type Wire } from "../../contract/params.ts";
import type { Journal } from "../journal.ts";

export interface SettingsChange {
  /** The strongest effect among the settings that differ; null where none does. */
  readonly effect: Effect | null;
  /** The live ones. */
  readonly live: Wire;
}

/** Compares `changes` with the values as they are. */
export function settingsChange<D extends Demo>(
  demo: D,
  values: ValuesOf<D>,
  changes: Partial<ValuesOf<D>>,
): SettingsChange {
  const wire = toWire(demo.params, changes);
  const before = toWire(demo.params, values);
  const names = Object.keys(wire).filter((name) => wire[name] !== before[name]);
  const effects = new Set(names.map((name) => demo.params[name]!.effect));
  const live = names.filter((name) => demo.params[name]!.effect === "live");
  return {
    effect: (["restart", "live", "view"] as const).find((each) => effects.has(each)) ?? null,
    live: Object.fromEntries(live.map((name) => [name, wire[name]!])),
  };
}

/** The values after revisions of a journal acted. */
export function valuesAfter<D extends Demo>(
  demo: D,
  values: ValuesOf<D>,
  journal: Journal,
  revisions: readonly number[],
): ValuesOf<D> {
  if (revisions.length === 0) return values;
  const acted = journal.changes.filter(({ rev }) => revisions.includes(rev));
  const wire = acted.reduce<Wire>(
    (all, { params }) => ({ ...all, ...params }),
    toWire(demo.params, values),
  );
  return fromWire(demo.params, wire).values as ValuesOf<D>;
}
