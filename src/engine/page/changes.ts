/** What a change of settings asks of a run. */
import type { Demo } from "../../contract/demo.ts";
import { toWire, type Wire } from "../../contract/params.ts";

type Settings = Readonly<Record<string, unknown>>;

export interface Asked {
  /** Whether any setting is another one than before. */
  readonly any: boolean;
  readonly restart: boolean;
  /** Live ones that changed, as text; null where none did. */
  readonly live: Wire | null;
}

export function askedBy(demo: Demo, before: Settings, changes: Settings): Asked {
  const old = toWire(demo.params, before);
  const changed = Object.entries(toWire(demo.params, changes)).filter(
    ([name, text]) => old[name] !== text,
  );
  const effect = (name: string): string => demo.params[name]!.effect;
  const live = changed.filter(([name]) => effect(name) === "live");
  return {
    any: changed.length > 0,
    restart: changed.some(([name]) => effect(name) === "restart"),
    live: live.length > 0 ? Object.fromEntries(live) : null,
  };
}
