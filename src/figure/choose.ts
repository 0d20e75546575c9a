import type { Demo } from "../contract/demo.ts";
import type { Wire } from "../contract/params.ts";
import type { Run } from "../engine/page/held-run.ts";
import { differences, presetValues } from "./preset-values.ts";

/** Settings that something beside the controls asks for. */
export interface Chosen {
  /** A key of the demo's presets; without one the other settings stay as they are. */
  readonly preset?: string;
  /** As text, after the preset's. */
  readonly settings?: Wire;
}

/** Sets a run to a preset, to single settings, or both. */
export function choose(demo: Demo, run: Run, { preset: name, settings = {} }: Chosen): void {
  const preset = name === undefined ? undefined : demo.presets?.[name];
  // A preset says where its run begins.
  if (preset && run.snapshot().begunFrom) run.load(null);
  const single = Object.entries(settings).flatMap(([key, text]) =>
    Object.hasOwn(demo.params, key) ? [[key, demo.params[key]!.parse(text).value]] : [],
  );
  const wanted = { ...(preset && presetValues(demo, preset)), ...Object.fromEntries(single) };
  run.commit(differences(demo, wanted, run.snapshot().values));
}
