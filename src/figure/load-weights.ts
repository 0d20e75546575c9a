/** A file of weights that a reader chose: read, and found to be for this figure as it is set. */
import type { NDArray } from "../contract/array.ts";
import type { Demo } from "../contract/demo.ts";
import type { Named } from "../contract/weights.ts";
import { WeightsError } from "../weights/safetensors.ts";
import type { Weights, WeightsFile } from "../contract/weights.ts";
import { readWeights } from "../weights/weights-file.ts";
import type { Run } from "../engine/page/held-run.ts";

/** Weights of the largest model that a browser trains are a tenth of this. */
const MOST_MB = 100;

/** The file, or a sentence on why a run cannot begin from it; the present run goes on in that case. */
export async function readChosen(demo: Demo, run: Run, file: File): Promise<WeightsFile | string> {
  const { name, size } = file;
  if (size > MOST_MB * 1e6)
    return `${name} has ${Math.round(size / 1e6)} MB; weights of this site’s models are far below ${MOST_MB} MB.`;
  let bytes: ArrayBuffer;
  let weights: Weights;
  try {
    bytes = await file.arrayBuffer();
    weights = await readWeights(bytes);
  } catch (error) {
    const reason = error instanceof WeightsError ? error.message : "It could not be read.";
    return `${name} cannot be used: ${reason}`;
  }
  const { card, tensors } = weights;
  if (card.demo !== demo.id)
    return `${name} holds weights of ${card.demo.slice(0, 60)}; this figure is ${demo.id}.`;
  // Only a run knows the shapes that these settings need; where there is none yet, none can be lost.
  const present = await run.save();
  const misfit = present?.weights ? difference(tensors, present.weights) : null;
  if (misfit !== null)
    return `${name} does not fit these settings: ${misfit} It was trained with ${card.settings.slice(0, 200)}.`;
  return { name, bytes, weights };
}

/** The first array in which a file differs in form from what a model needs. */
function difference(file: Named, model: Readonly<Record<string, NDArray>>): string | null {
  for (const [name, { shape }] of Object.entries(model)) {
    const there = file[name]?.shape;
    if (!there) return `it lacks “${name}”.`;
    if (there.join() !== shape.join())
      return `“${name}” has shape [${there.join(", ")}] there, and [${shape.join(", ")}] here.`;
  }
  const extra = Object.keys(file).find((name) => !Object.hasOwn(model, name));
  return extra === undefined ? null : `it has “${extra.slice(0, 60)}”, which this model does not.`;
}
