/**
 * Computes the pictures that figures show before their first run: every preset of every demo, or its default settings where
 * it has none, headless, with the default seed, to the end. Writes `poster.json` beside each demo. Run after a change of a
 * demo or a model: `npm run posters`, or `npm run posters -- paper/demo …` for some.
 */
import { writeFileSync } from "node:fs";
import { endOf, type Demo } from "../src/contract/demo.ts";
import { defaults, toWire } from "../src/contract/params.ts";
import type { Points } from "../src/contract/protocol.ts";
import { DEFAULT_SEED } from "../src/contract/url.ts";
import { runHeadless } from "../src/engine/headless.ts";
import { POSTER_DIGITS, type PosterFile } from "../src/engine/page/poster.ts";
import type { AnyProgram } from "../src/engine/program.ts";
import { useBackend } from "../src/math/backend.ts";
import { publicFiles as files } from "./checkout/public-file.ts";
import { quantise } from "./posters/quantise.ts";

const demos = import.meta.glob<{ demo: Demo }>("../src/papers/*/*/demo.ts");
const programs = import.meta.glob<{ program: AnyProgram }>("../src/papers/*/*/program.ts");

/** A picture is some hundred pixels wide: more points of a curve are not seen. */
const MOST_POINTS = 200;

const rounded = (values: Float32Array): number[] =>
  Array.from(values, (value) => Number(value.toPrecision(POSTER_DIGITS)));

function thinned({ steps, values }: Points): { steps: number[]; values: number[] } {
  const stride = Math.ceil(steps.length / MOST_POINTS);
  const kept = (_: number, i: number): boolean => i % stride === 0 || i === steps.length - 1;
  return { steps: [...steps].filter(kept), values: rounded(values.filter(kept)) };
}

const mapValues = <A, B>(
  record: Readonly<Record<string, A>>,
  f: (value: A) => B,
): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, f(value)]));

async function postersOf(demo: Demo, program: AnyProgram): Promise<PosterFile> {
  const posters = [];
  const usual = { label: "default settings", values: {} };
  for (const { label, values } of Object.values(demo.presets ?? { usual })) {
    const params = toWire(demo.params, { ...defaults(demo.params), ...values });
    const seed = DEFAULT_SEED;
    const steps = endOf(demo);
    const outputs = Object.keys(demo.outputs);
    const result = await runHeadless({ demo, program, params, seed, files, steps, outputs });
    posters.push({
      params,
      seed,
      step: steps,
      series: mapValues(result.series, thinned),
      outputs: mapValues(result.outputs, quantise),
    });
    console.log(`${demo.id}: ${label}`);
  }
  return { posters };
}

/** `ids` are those of the demos that are wanted: all, where none is named. Ends with code 2 where one is unknown. */
export async function main(ids: string[]): Promise<void> {
  const known = Object.keys(demos).map((path) => path.replace(/^.*papers\/|\/demo\.ts$/g, ""));
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    console.error(`There is no demo “${unknown}”. There are: ${known.join(", ")}.`);
    process.exitCode = 2;
    return;
  }
  await useBackend("wasm");
  for (const id of ids.length === 0 ? known : ids) {
    const folder = `../src/papers/${id}`;
    const { demo } = await demos[`${folder}/demo.ts`]!();
    const { program } = await programs[`${folder}/program.ts`]!();
    const file = `src/papers/${id}/poster.json`;
    writeFileSync(file, `${JSON.stringify(await postersOf(demo, program))}\n`);
  }
}
