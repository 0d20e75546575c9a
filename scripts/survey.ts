/**
 * Measures a demo's presets over seeds, headless: `npm run survey -- wgan/ring 10 [preset or data=grid&loss=gan …]`. For each
 * run the measures at the end, their mean over the second half, and how each metric went with each measure over the run (rank
 * correlation); then the median and the range over the seeds. Numbers in the notes come from here.
 */
import { endOf, type Demo } from "../src/contract/demo.ts";
import { fromWire, toWire, type Wire } from "../src/contract/params.ts";
import type { AnyProgram } from "../src/engine/program.ts";
import { useBackend } from "../src/math/backend.ts";
import { publicFiles as files } from "./checkout/public-file.ts";
import { namesOf, UsageError, wholeNumber } from "./machine/usage.ts";
import { earlyEnds } from "./repro/print-runs.ts";
import { finishedRun } from "./repro/finished-run.ts";
import { measuresOfDemo, rowOf, summaryOf, type Row } from "./survey/summary.ts";

const MOST_SEEDS = 1000;

/** Settings of a preset, or of a text such as `data=grid&loss=gan`; of none the defaults. */
function settingsOf(demo: Demo, text: string): Wire {
  const preset = demo.presets?.[text];
  if (!preset && text !== "" && !text.includes("="))
    throw new UsageError(`${demo.id} has no preset “${text}”.`);
  const changes = preset?.values ?? {};
  const wire = preset ? {} : Object.fromEntries(new URLSearchParams(text));
  const { values, problems } = fromWire(demo.params, wire);
  if (problems.length > 0) throw new UsageError(problems.join(" "));
  return toWire(demo.params, { ...values, ...changes });
}

export const USAGE = `Usage: npm run survey -- paper/demo [N] [preset or settings …]

  paper/demo   such as wgan/ring
  N            how many seeds (default 10)
  preset       its name, or settings such as 'data=grid&loss=gan' (default: all presets)`;

export async function main(args: string[]): Promise<void> {
  const [id, count = "10", ...chosen] = namesOf(args);
  const demos = import.meta.glob<{ demo: Demo }>("../src/papers/*/*/demo.ts");
  const programs = import.meta.glob<{ program: AnyProgram }>("../src/papers/*/*/program.ts");
  const declaration = demos[`../src/papers/${id}/demo.ts`];
  if (!declaration) throw new UsageError("Name a demo.");
  const seeds = wholeNumber("The number of seeds", count, MOST_SEEDS);
  const { demo } = await declaration();
  const { program } = await programs[`../src/papers/${id}/program.ts`]!();
  const { backend } = await useBackend("wasm");
  const steps = endOf(demo);
  console.log(`${id}, ${steps} steps, seeds 1 to ${seeds}, ${backend}`);
  const presets = Object.keys(demo.presets ?? { "": "the defaults" });
  const wanted = chosen.length > 0 ? chosen : presets;
  // All of them before the first run: it may take an hour.
  const settings = wanted.map((preset) => settingsOf(demo, preset));
  for (const [i, preset] of wanted.entries()) {
    const own = preset === "" ? "default settings" : "own settings";
    console.log(`\n${preset}: ${demo.presets?.[preset]?.label ?? own}`);
    const params = settings[i]!;
    const rows: Row[] = [];
    for (let seed = 1; seed <= seeds; seed++) {
      const run = await finishedRun({ demo, program, params, seed, files, steps });
      for (const said of earlyEnds(demo, run)) console.log(`seed ${seed}: ${said}`);
      rows.push(rowOf(demo, run));
    }
    for (const name of measuresOfDemo(demo)) {
      console.log(
        `${name} at the end: ${rows.map((row) => Number(row[name]!.toPrecision(3))).join(" ")}`,
      );
    }
    console.table(summaryOf(rows));
  }
}
