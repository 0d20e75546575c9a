/**
 * `node scripts/run.mjs tuning-trial`: how many steps of fine-tuning at which rate are best for five-way episodes of the small
 * network on Glyphs, tried on its characters of training. What `rivals` takes is chosen from this table.
 */
import { classesOf } from "../src/data/characters.ts";
import { drawnCharacters } from "../src/data/drawn-characters.ts";
import { readGlyphs, type Glyphs } from "../src/data/glyphs.ts";
import { fromWire } from "../src/contract/params.ts";
import { withWeights } from "../src/engine/first-state.ts";
import { useBackend } from "../src/math/backend.ts";
import { argmax } from "../src/math/classification.ts";
import { fold, keyOf } from "../src/math/key.ts";
import { read, retain, scope } from "../src/math/memory.ts";
import { reshape, slice } from "../src/math/shape.ts";
import type { Tree } from "../src/math/tree.ts";
import { episodes } from "../src/papers/matching-networks/draw-episodes.ts";
import { embedAlone } from "../src/papers/matching-networks/embedding.ts";
import { BEFORE, byTuning } from "../src/papers/matching-networks/fine-tuning.ts";
import type { Kind } from "../src/papers/matching-networks/matching.ts";
import { byRegression, type Rule } from "../src/papers/matching-networks/rival-rules.ts";
import { readWeights } from "../src/weights/weights-file.ts";
import { publicFile } from "./checkout/public-file.ts";
import { loadProgram } from "./claims/demo-programs.ts";
import { meanWithError } from "./studies/importance-estimate.ts";
import type { Network } from "./studies/judged-episodes.ts";

const SEED = 1;
const EPISODES = 400;
/** Fitted at once. */
const TOGETHER = 20;
const SHOTS = [1, 5, 10];
const STEPS = [5, 10, 20, 40];
const RATES = [0.0003, 0.001, 0.003, 0.01];
const WEIGHTS = "weights/matching-glyphs.safetensors";

export const USAGE = `Usage: node scripts/run.mjs tuning-trial`;

export async function main(): Promise<void> {
  await useBackend("wasm");
  const glyphs = await readGlyphs(await publicFile("data/glyphs.bin"));
  const network = await networkOn(glyphs);
  const row = (name: string, cells: readonly string[]): void =>
    console.log([name.padEnd(20), ...cells.map((cell) => cell.padStart(16))].join(""));
  console.log(
    `${EPISODES} episodes of five characters of training, the same ones for all: % right`,
  );
  row(
    "",
    SHOTS.map((k) => `${k}-shot`),
  );
  row(
    "fitted layer",
    await scored(
      glyphs,
      network,
      "features",
      (g, f, kind) => byRegression(g, f, kind, [kind.k])[0]!,
    ),
  );
  for (const alpha of RATES)
    for (const steps of STEPS) {
      const rule = byTuning(network.theta[BEFORE]!, network.statistics[BEFORE]!, { steps, alpha });
      row(`${steps} steps at ${alpha}`, await scored(glyphs, network, "maps", rule));
    }
}

async function networkOn(glyphs: Glyphs): Promise<Network> {
  const { program, demo } = await loadProgram("matching-networks/rivals");
  const { tensors } = await readWeights(await publicFile(WEIGHTS));
  const { values } = fromWire(demo.params, {});
  return scope(() => {
    const fresh = program.init(values, keyOf(0), { glyphs }) as Tree;
    return retain(withWeights(program, fresh, { source: { path: WEIGHTS, refuse() {} }, tensors }));
  }) as unknown as Network;
}

/** The share of right answers for each number of shots, in %, with half of its 95 % interval. */
async function scored(
  glyphs: Glyphs,
  { theta, statistics }: Network,
  given: "maps" | "features",
  rule: Rule,
): Promise<string[]> {
  const classes = classesOf(glyphs, "train", 1);
  const blocks = given === "maps" ? BEFORE : theta.length;
  const cells: string[] = [];
  for (const k of SHOTS) {
    const kind: Kind = { N: 5, k, q: 4 };
    const [supports, queries] = [kind.N * k, kind.N * kind.q];
    const shares: number[] = [];
    for (let round = 0; round < EPISODES / TOGETHER; round++) {
      const found = scope(() => {
        const key = fold(keyOf(SEED), round);
        const x = drawnCharacters(key, classes, glyphs, episodes(TOGETHER, kind));
        const z = embedAlone(theta.slice(0, blocks), statistics.slice(0, blocks), x);
        const each = reshape(z, [TOGETHER, supports + queries, -1]);
        const d = each.shape[2]!;
        const g = slice(each, [0, 0, 0], [TOGETHER, supports, d]);
        const f = slice(each, [0, supports, 0], [TOGETHER, queries, d]);
        return argmax(rule(g, f, kind));
      });
      const { data } = await read(found);
      found.dispose();
      for (let e = 0; e < TOGETHER; e++) {
        const answers = data.subarray(e * queries, (e + 1) * queries);
        const right = answers.filter((l, i) => l === Math.floor(i / kind.q)).length;
        shares.push((100 * right) / queries);
      }
    }
    const { mean, error } = meanWithError(shares);
    cells.push(`${mean.toFixed(2)} ± ${error.toFixed(2)}`);
  }
  return cells;
}
