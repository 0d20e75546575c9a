/**
 * Measures a demo's presets over seeds, headless: `npm run survey -- wgan/ring 10 [preset or data=grid&loss=gan …]`. For each run the measures at the end,
 * their mean over the second half, and how each metric went with each measure over the run (rank correlation); then the median
 * and the range over the seeds. Numbers in the notes come from here.
 */
import type { Demo } from "../src/contract/demo.ts";
import { fromWire, toWire, type Wire } from "../src/contract/params.ts";
import { last, meansBetween, rankCorrelation } from "../src/contract/curve-arithmetic.ts";
import { gatherAssets } from "../src/engine/assets.ts";
import { runHeadless } from "../src/engine/headless.ts";
import type { AnyProgram } from "../src/engine/program.ts";
import { useBackend } from "../src/math/backend.ts";
import { publicFile } from "./checkout/public-file.ts";

type Row = Readonly<Record<string, number>>;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, x) => sum + x, 0) / values.length;

/** Settings of a preset, or of a text such as `data=grid&loss=gan`. */
function settingsOf(demo: Demo, text: string): Wire {
  const preset = demo.presets[text];
  if (!preset && !text.includes("=")) throw new Error(`${demo.id} has no preset “${text}”.`);
  const changes = preset?.values ?? {};
  const wire = preset ? {} : Object.fromEntries(new URLSearchParams(text));
  const { values, problems } = fromWire(demo.params, wire);
  if (problems.length > 0) throw new Error(problems.join(" "));
  return toWire(demo.params, { ...values, ...changes });
}

async function measured(
  demo: Demo,
  program: AnyProgram,
  preset: string,
  seed: number,
): Promise<Row> {
  const params = settingsOf(demo, preset);
  const assets = await gatherAssets(demo, params, publicFile);
  const steps = demo.stopAt;
  const { series } = await runHeadless({ demo, program, params, seed, assets, steps });
  const row: Record<string, number> = {};
  for (const name of Object.keys(demo.measures)) {
    const curve = series[name]!;
    row[name] = last(curve);
    row[`${name}, second half`] = mean([...curve.values].slice(curve.values.length >> 1));
    for (const metric of Object.keys(demo.metrics)) {
      const means = meansBetween(series[metric]!, curve);
      row[`${metric} ~ ${name}`] = rankCorrelation(means, [...curve.values].slice(1));
    }
  }
  return row;
}

function summary(
  rows: readonly Row[],
): Record<string, { median: number; least: number; most: number }> {
  return Object.fromEntries(
    Object.keys(rows[0]!).map((name) => {
      const sorted = rows.map((row) => row[name]!).sort((a, b) => a - b);
      const middle = sorted.length >> 1;
      const median =
        sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
      const round = (x: number): number => Number(x.toPrecision(3));
      return [
        name,
        { median: round(median), least: round(sorted[0]!), most: round(sorted.at(-1)!) },
      ];
    }),
  );
}

export async function main([id, count = "10", ...chosen]: string[]): Promise<void> {
  const demos = import.meta.glob<{ demo: Demo }>("../src/papers/*/*/demo.ts");
  const programs = import.meta.glob<{ program: AnyProgram }>("../src/papers/*/*/program.ts");
  const declaration = demos[`../src/papers/${id}/demo.ts`];
  if (!declaration) throw new Error("Name a demo: npm run survey -- wgan/ring 10");
  const { demo } = await declaration();
  const { program } = await programs[`../src/papers/${id}/program.ts`]!();
  const { backend } = await useBackend("wasm");
  console.log(`${id}, ${demo.stopAt} steps, seeds 1 to ${count}, ${backend}`);
  for (const preset of chosen.length > 0 ? chosen : Object.keys(demo.presets)) {
    const rows: Row[] = [];
    for (let seed = 1; seed <= Number(count); seed++)
      rows.push(await measured(demo, program, preset, seed));
    console.log(`\n${preset}: ${demo.presets[preset]?.label ?? "own settings"}`);
    for (const name of Object.keys(demo.measures)) {
      console.log(
        `${name} at the end: ${rows.map((row) => Number(row[name]!.toPrecision(3))).join(" ")}`,
      );
    }
    console.table(summary(rows));
  }
}
