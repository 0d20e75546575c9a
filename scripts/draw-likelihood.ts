/**
 * `node scripts/run.mjs draw-likelihood RECIPE`: what trained DRAW weights make of MNIST's test images, in nats an image: the bound,
 * and the estimate with many codes for each image (importance weighting, arXiv:1509.00519v4), which lies nearer to the truth. Numbers
 * in the DRAW note come from here. Needs all of MNIST: see data/whole-mnist.ts.
 */
import { readFileSync } from "node:fs";
import { fromWire } from "../src/contract/params.ts";
import { withWeights } from "../src/engine/first-state.ts";
import { useBackend } from "../src/math/backend.ts";
import { bernoulli } from "../src/math/distributions.ts";
import { fold, keyOf } from "../src/math/key.ts";
import { read, scope } from "../src/math/memory.ts";
import { normal } from "../src/math/random.ts";
import { tensor } from "../src/math/tensor.ts";
import type { Tree } from "../src/math/tree.ts";
import { PIXELS, type Weights } from "../src/papers/draw/first-weights.ts";
import { logWeight } from "../src/papers/draw/importance.ts";
import { infer } from "../src/papers/draw/model.ts";
import { readWeights } from "../src/weights/weights-file.ts";
import { loadProgram } from "./claims/demo-programs.ts";
import { MNIST_FOR_DRAW } from "./data/mnist-for-draw.ts";
import { wholeMnist } from "./data/whole-mnist.ts";
import { parsed, UsageError, wholeNumber } from "./machine/usage.ts";
import { byImportance, meanWithError } from "./studies/importance-estimate.ts";
import { recipeOf } from "./train/recipes.ts";
import { shippedPathOf } from "./train/prepared.ts";
import { settingsOf } from "./train/training.ts";

export const USAGE = `Usage: node scripts/run.mjs draw-likelihood RECIPE [options]

  --images N   the first N test images (default 1000, at most 10000)
  --codes K    codes an image (default 100)
  --file FILE  other weights of that recipe's shapes`;

/** Images that go through the network together. */
const TOGETHER = 100;

export async function main(args: string[]): Promise<void> {
  const { values: options, positionals } = parsed(args, {
    images: { type: "string", default: "1000" },
    codes: { type: "string", default: "100" },
    file: { type: "string" },
  });
  const recipe = await recipeOf(positionals);
  if (recipe.demo !== "draw/train") throw new UsageError(`${positionals[0]} trains no DRAW.`);
  const images = wholeNumber("--images", options.images, 10_000);
  const codes = wholeNumber("--codes", options.codes, 10_000);
  const { demo, program } = await loadProgram(recipe.demo);
  const { demo: shipping } = await loadProgram(recipe.ships ?? recipe.demo);
  const file = options.file ?? `public/${shippedPathOf(positionals[0]!, shipping)}`;
  await useBackend("wasm");

  const { values } = fromWire(demo.params, settingsOf(demo, recipe));
  const { attention, T, H, Z, N } = values as Record<string, number> & { attention: string };
  const sizes = { attention: attention === "on", T: T!, H: H!, Z: Z!, N: N! };
  const mnist = wholeMnist();
  const root = keyOf(0);
  const fresh = program.init(values, root, await MNIST_FOR_DRAW.read!()) as Tree;
  const { tensors } = await readWeights(new Uint8Array(readFileSync(file)).buffer);
  const source = { path: file, bytes: new ArrayBuffer(0), refuse() {} };
  const { weights } = withWeights(program, fresh, { source, tensors }) as { weights: Weights };

  const bounds: number[] = [];
  const estimates: number[] = [];
  for (let first = 0; first < images; first += TOGETHER) {
    const n = Math.min(TOGETHER, images - first);
    const key = fold(root, first);
    const { data, scale = 1 } = mnist.test.images;
    const grey = Float32Array.from(
      { length: n * PIXELS },
      (_, i) => data[first * PIXELS + i]! * scale,
    );
    const x = bernoulli(fold(key, "ink"), tensor(grey, [n, PIXELS]));
    const drawn: Float32Array[] = [];
    const loss = new Float64Array(n);
    for (let k = 0; k < codes; k++) {
      const told = scope(() => {
        const epsilon = normal(fold(fold(key, "epsilon"), k), [sizes.T, n, sizes.Z]);
        const inferred = infer(weights, sizes, x, epsilon);
        return { logs: logWeight(weights, inferred, epsilon), Lx: inferred.Lx, Lz: inferred.Lz };
      });
      const [logs, Lx, Lz] = await Promise.all([read(told.logs), read(told.Lx), read(told.Lz)]);
      drawn.push(logs.data);
      for (let i = 0; i < n; i++) loss[i]! += (Lx.data[i]! + Lz.data[i]!) / codes;
    }
    bounds.push(...loss);
    estimates.push(...byImportance(drawn));
  }
  console.log(`${file}: the first ${images} test images, ${codes} codes each, nats an image\n`);
  row("bound", bounds);
  row("importance-weighted", estimates);
  row(
    "between them",
    bounds.map((bound, i) => bound - estimates[i]!),
  );
}

function row(name: string, numbers: readonly number[]): void {
  const { mean, error } = meanWithError(numbers);
  console.log(`${name.padEnd(22)}${mean.toFixed(2).padStart(8)} ± ${error.toFixed(2)}`);
}
