/**
 * `npm run repro -- '<link or demo?settings>'`: the same run without a browser. Prints its metrics and, as the last line, the
 * digest of all its numbers. A link that carries a run is replayed with its live changes and compared. Ends with code 0, with
 * 1 when a run broke off or did not come out as its link says, with 2 when it was asked for in a way that cannot be served.
 */
import { readFile } from "node:fs/promises";
import type { Demo } from "../src/contract/demo.ts";
import { NO_POINTS } from "../src/contract/no-points.ts";
import { digestOf } from "../src/receipts/digest.ts";
import { changed, MAX_SEED } from "../src/contract/url.ts";
import { fromWire } from "../src/contract/params.ts";
import type { AnyProgram } from "../src/engine/program.ts";
import { BACKENDS } from "../src/figure/backend-names.ts";
import { useBackend } from "../src/math/backend.ts";
import { parsed, UsageError, wholeNumber } from "./machine/usage.ts";
import { codeVersion } from "./versions/code-version.ts";
import { publicFiles as files } from "./checkout/public-file.ts";
import { finishedRun, type FinishedRun } from "./repro/finished-run.ts";
import { progressOf } from "./repro/step-progress.ts";
import { csvOf, earlyEnds, jsonOf, printRun, printSpread } from "./repro/print-runs.ts";
import { stepsOf, targetOf, type Target } from "./repro/target.ts";

export const USAGE = `Usage: npm run repro -- '<link or demo?settings>' [options]

  'wgan/ring?c=0.05&seed=7'     a demo with settings; what is not named has its default
  'https://…/wgan/?ring.c=0.05#ring'   a link of the site, also one that carries a run

  --steps N         train for N steps (default: the demo's own length, or the run's);
                    a demo without steps takes none
  --seeds N         seeds 1 to N: mean, standard deviation, range, how many went to the end
  --set name=value  replaces a setting; can be given several times
  --weights FILE    begin from a file of weights that a figure saved
  --json, --csv     all numbers, on standard output; everything else goes to standard error
  --help            this text`;

const MOST_STEPS = 10_000_000;
const MOST_SEEDS = 1000;

export async function main(args: string[]): Promise<void> {
  process.exitCode = await repro(args);
}

const optionsOf = (args: string[]) =>
  parsed(args, {
    steps: { type: "string" },
    seeds: { type: "string" },
    set: { type: "string", multiple: true },
    weights: { type: "string" },
    json: { type: "boolean" },
    csv: { type: "boolean" },
  });

/** The code to end with. */
async function repro(args: string[]): Promise<number> {
  const { values: options, positionals } = optionsOf(args);
  if (positionals.length !== 1) throw new UsageError("Name one link or demo, in quotes.");
  if (options.json && options.csv) throw new UsageError("--json or --csv, not both.");
  const demos = import.meta.glob<{ demo: Demo }>("../src/papers/*/*/demo.ts", { eager: true });
  const target = targetOf(
    positionals[0]!,
    Object.values(demos).map(({ demo }) => demo),
    options.set,
  );
  const { demo, receipt } = target;
  if (receipt && options.seeds)
    throw new UsageError(
      "The link carries a run with a seed of its own: --seeds cannot change it.",
    );
  const steps = stepsOf(
    target,
    options.steps === undefined ? undefined : wholeNumber("--steps", options.steps, MOST_STEPS),
  );
  const seeds = options.seeds
    ? Array.from({ length: wholeNumber("--seeds", options.seeds, MOST_SEEDS) }, (_, i) => i + 1)
    : [Math.min(target.seed, MAX_SEED)];

  const weights = options.weights === undefined ? undefined : await weightsAt(options.weights);
  const version = await codeVersion(demo.id);
  const { backend, notice } = await useBackend("wasm");
  if (notice) console.error(notice);
  const say = options.json || options.csv ? console.error : console.log;
  say(
    `${demo.id}: ${demo.steps ? `${steps} ${demo.steps.name}s` : "no steps"}, ${BACKENDS[backend]}, code ${version}`,
  );
  say(settingsOf(target));

  const runs: FinishedRun[] = [];
  for (const seed of seeds) runs.push(await runOf(target, seed, steps, weights));
  const digest = await digestOfAll(runs);
  if (options.json)
    console.log(JSON.stringify({ demo: demo.id, steps, version, digest, runs: jsonOf(runs) }));
  else if (options.csv) console.log(csvOf(demo, runs));
  else if (runs.length > 1) printSpread(demo, runs);
  else if (!runs[0]!.fault) printRun(demo, runs[0]!);
  if (runs.length === 1) for (const said of earlyEnds(demo, runs[0]!)) console.error(said);

  const broken = runs.some(({ fault }) => fault !== null);
  const compared = receipt && steps === receipt.step ? digest === receipt.digest : null;
  if (compared === true) say("Reproduced: every number is the same as in the link, bit for bit.");
  if (compared === false) {
    const by = `made by code ${receipt!.version} on ${BACKENDS[receipt!.backend]}`;
    say(`Not reproduced: the link says ${receipt!.digest}, ${by}.`);
  }
  // Of runs that all broke off there are no numbers.
  if (runs.some(({ fault }) => fault === null)) say(`digest ${digest}`);
  return broken || compared === false ? 1 : 0;
}

function settingsOf({ demo, params, receipt }: Target): string {
  const own = Object.entries(changed(demo, fromWire(demo.params, params).values));
  const settings =
    own.length === 0 ? "default settings" : own.map((pair) => pair.join("=")).join(", ");
  return receipt ? `${settings}, ${receipt.changes.length} live changes` : settings;
}

async function weightsAt(path: string): Promise<ArrayBuffer> {
  try {
    return new Uint8Array(await readFile(path)).buffer;
  } catch {
    throw new UsageError(`--weights: there is no file “${path}” that could be read.`);
  }
}

async function runOf(
  target: Target,
  seed: number,
  steps: number,
  weights?: ArrayBuffer,
): Promise<FinishedRun> {
  const { demo, params, eager, receipt } = target;
  const programs = import.meta.glob<{ program: AnyProgram }>("../src/papers/*/*/program.ts");
  const { program } = await programs[`../src/papers/${demo.id}/program.ts`]!();
  return finishedRun({
    demo,
    program,
    params,
    seed,
    steps,
    files,
    weights,
    replay: !eager,
    changes: receipt?.changes,
    onStep: progressOf(`seed ${seed}`, steps),
  });
}

/** Of one run its own; of several the digest of their digests, as curves of no points. */
async function digestOfAll(runs: readonly FinishedRun[]): Promise<string> {
  if (runs.length === 1) return runs[0]!.digest;
  return digestOf(
    Object.fromEntries(runs.map(({ seed, digest }) => [`${seed} ${digest}`, NO_POINTS])),
    0,
  );
}
