/** What a preset means: its values, and the defaults of all that it does not name. */
import type { Demo, Preset } from "../contract/demo.ts";
import { idles } from "../contract/holds.ts";
import { same } from "../contract/params.ts";

type Settings = Readonly<Record<string, unknown>>;

/** Full settings of a preset. Parameters that only redraw stay as the reader has them unless the preset names them. */
export function presetValues(demo: Demo, preset: Preset): Settings {
  const entries = Object.entries(demo.params)
    .filter(([name, { effect }]) => effect !== "view" || Object.hasOwn(preset.values, name))
    .map(([name, { fallback }]) => [name, fallback]);
  return { ...Object.fromEntries(entries), ...preset.values };
}

/** Of `wanted`, what differs from `current`. */
export function differences({ params }: Demo, wanted: Settings, current: Settings): Settings {
  return Object.fromEntries(
    Object.entries(wanted).filter(([name, value]) => !same(params[name]!, current[name], value)),
  );
}

/** The preset whose settings are the current ones, or null: those aside that do nothing, or are set in the picture to look at another part of it. */
export function matchingPreset(demo: Demo, current: Settings): string | null {
  const match = Object.entries(demo.presets ?? {}).find(([, preset]) =>
    Object.keys(differences(demo, presetValues(demo, preset), current)).every((name) => {
      const { [name]: param } = demo.params;
      return idles(param!, current) || (param!.effect === "view" && param!.inView);
    }),
  );
  return match?.[0] ?? null;
}
