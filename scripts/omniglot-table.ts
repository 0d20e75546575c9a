/**
 * `node scripts/run.mjs omniglot-table [RECIPE]…`: the four columns of Table 1 of arXiv:1606.04080v1 for shipped weights of 64
 * channels, on the 423 characters that training never sees. Numbers in the Matching Networks note come from here. OMNIGLOT names
 * the folder of the drawings: see data/omniglot.ts.
 */
import { readFileSync } from "node:fs";
import { fromWire } from "../src/contract/params.ts";
import type { SplitCharacters } from "../src/data/characters.ts";
import { withWeights } from "../src/engine/first-state.ts";
import { useBackend } from "../src/math/backend.ts";
import { fold, keyOf } from "../src/math/key.ts";
import { retain, scope } from "../src/math/memory.ts";
import type { Tree } from "../src/math/tree.ts";
import type { Context } from "../src/papers/matching-networks/full-context.ts";
import { readWeights } from "../src/weights/weights-file.ts";
import { loadProgram } from "./claims/demo-programs.ts";
import { SourceError } from "./data/fetch-source.ts";
import { OMNIGLOT_FOR_MATCHING } from "./data/omniglot-for-matching.ts";
import { parsed, UsageError, wholeNumber } from "./machine/usage.ts";
import { meanWithError } from "./studies/importance-estimate.ts";
import {
  byAttention,
  byPrototypes,
  embedTested,
  sharesAlone,
  sharesTogether,
  type Judge,
  type Network,
} from "./studies/judged-episodes.ts";
import { recipeOf } from "./train/recipes.ts";
import { shippedPathOf } from "./train/prepared.ts";
import { settingsOf } from "./train/training.ts";

export const USAGE = `Usage: node scripts/run.mjs omniglot-table [RECIPE]… [options]

  RECIPE       whose weights (default: matching-context matching-prototypes); of full context also
               what its features, those of matching-omniglot, say alone
  --episodes N episodes of each column by stored statistics (default 10000)
  --own N      episodes of each column by the episode's own statistics (default 1000; the first of those)
  --queries Q  queries of each class (default 1)`;

const RECIPES = ["matching-context", "matching-prototypes"];
const SEED = 1;
/** Columns of Table 1, and its row "Matching Nets, cosine, no fine-tuning", in percent. */
const COLUMNS = [
  { N: 5, k: 1, paper: 98.1 },
  { N: 5, k: 5, paper: 98.9 },
  { N: 20, k: 1, paper: 93.8 },
  { N: 20, k: 5, paper: 98.5 },
] as const;

export async function main(args: string[]): Promise<void> {
  try {
    await study(args);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

async function study(args: string[]): Promise<void> {
  const { values: options, positionals } = parsed(args, {
    episodes: { type: "string", default: "10000" },
    own: { type: "string", default: "1000" },
    queries: { type: "string", default: "1" },
  });
  const stored = wholeNumber("--episodes", options.episodes, 100_000);
  const own = wholeNumber("--own", options.own, 100_000);
  const q = wholeNumber("--queries", options.queries, 15);
  const { glyphs } = await OMNIGLOT_FOR_MATCHING.read();
  await useBackend("wasm");

  const titles = COLUMNS.map(({ N, k }) => `${N}-way, ${k}`);
  console.log(`${glyphs.test.length} characters, ${q} queries a class; accuracy in %, ± half of`);
  console.log(`its 95 % interval over ${stored} episodes by stored statistics and ${own} by the`);
  console.log("episode's own; in brackets the difference from the paper's row.\n");
  row("", titles);
  row(
    "paper",
    COLUMNS.map(({ paper }) => paper.toFixed(1)),
  );
  for (const name of positionals.length > 0 ? positionals : RECIPES) {
    const network = await networkOf(name, glyphs);
    const embedded = await embedTested(network, glyphs);
    const rows = network.names.map(() => [[], []] as [string[], string[]]);
    for (const { paper, ...column } of COLUMNS) {
      const kind = { ...column, q };
      const key = fold(keyOf(SEED), `${kind.N} ${kind.k}`);
      const alone = await sharesAlone(key, stored, kind, network, embedded);
      const together = await sharesTogether(key, own, kind, network, glyphs);
      for (const [i, [first, second]] of rows.entries()) {
        first.push(scoreOf(alone[i]!, paper));
        second.push(scoreOf(together[i]!, paper));
      }
    }
    for (const [i, [first, second]] of rows.entries()) {
      row(network.names[i]!, first);
      row("  own statistics", second);
    }
  }
}

/** The network of a recipe's file, and how it judges, by name. Throws UsageError where it names no characters of Omniglot. */
async function networkOf(
  name: string,
  glyphs: SplitCharacters,
): Promise<Network & { readonly names: readonly string[] }> {
  const recipe = await recipeOf([name]);
  if (recipe.data !== OMNIGLOT_FOR_MATCHING)
    throw new UsageError(`${name} was not trained on Omniglot.`);
  const { demo, program } = await loadProgram(recipe.demo);
  const { values } = fromWire(demo.params, settingsOf(demo, recipe));
  const path = `public/${shippedPathOf(name, demo)}`;
  const { tensors } = await readWeights(new Uint8Array(readFileSync(path)).buffer);
  const state = scope(() => {
    const fresh = program.init(values, keyOf(0), { glyphs }) as Tree;
    return retain(withWeights(program, fresh, { source: { path, refuse() {} }, tensors }));
  }) as Pick<Network, "theta" | "statistics"> & { readonly context?: Context };
  const { compare, s, K = 0 } = values as { compare?: string; s: number; K?: number };
  const { theta, statistics, context } = state;
  const plain = byAttention({ context: null, K, s });
  const judges: Readonly<Record<string, Judge>> = context
    ? { "features alone": plain, [name]: byAttention({ context, K, s }) }
    : { [name]: compare === "prototypes" ? byPrototypes : plain };
  return { theta, statistics, judges: Object.values(judges), names: Object.keys(judges) };
}

function scoreOf(shares: readonly number[], paper: number): string {
  const { mean, error } = meanWithError(shares.map((share) => 100 * share));
  const apart = mean - paper;
  return `${mean.toFixed(2)} ± ${error.toFixed(2)} (${apart < 0 ? "−" : "+"}${Math.abs(apart).toFixed(1)})`;
}

const row = (name: string, cells: readonly string[]): void =>
  console.log([name.padEnd(20), ...cells.map((cell) => cell.padStart(22))].join(""));
