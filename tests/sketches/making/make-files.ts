/**
 * What the sketches need besides their code, made from seeds: a file of pictures, weights trained for some seconds, and the
 * drawings and points that they begin with. Not for readers: the pictures are made up and the networks are small.
 */
import { drawings } from "../../../src/contract/drawings-param.ts";
import { points } from "../../../src/contract/points-param.ts";
import type { Demo } from "../../../src/contract/demo.ts";
import { defaults, toWire, type Wire } from "../../../src/contract/params.ts";
import type { Card } from "../../../src/contract/weights.ts";
import { createRunner } from "../../../src/engine/create-runner.ts";
import type { AnyProgram } from "../../../src/engine/program.ts";
import { fold, keyOf } from "../../../src/math/key.ts";
import { writeWeights } from "../../../src/weights/weights-file.ts";
import { writePictures } from "../papers/supcon/pictures-file.ts";
import * as episodes from "./episodes.ts";
import * as families from "./families.ts";
import { penned, picture, pointsAlong, SIGNS } from "./strokes.ts";

const SIDE = 28;
const PICTURES = 240;
const SEED = 1;
const root = keyOf(SEED);

/** The pictures, their classes in turn. */
export function signsFile(): Uint8Array<ArrayBuffer> {
  const labels = Array.from({ length: PICTURES }, (_, i) => i % SIGNS.length);
  const pictures = labels.map((label, i) =>
    picture(penned(SIGNS[label]!, fold(fold(root, "picture"), i), SIDE), SIDE),
  );
  return writePictures(pictures, labels, SIDE);
}

/** The defaults of the sketches' drawings and points, as links write them. */
export function firstTexts(): Readonly<Record<string, string>> {
  const plain = { label: "", help: "", effect: "live", most: MOST } as const;
  const inked = (levels: 2 | 16, signs: readonly [sign: number, pen: number][]): string => {
    const all = signs.map(([sign, pen]) =>
      picture(penned(SIGNS[sign]!, fold(fold(root, "first"), pen), SIDE), SIDE),
    );
    const data = Float32Array.from(all.flatMap((each) => [...each]));
    const param = drawings({ ...plain, side: SIDE, levels });
    return param.format({ shape: [all.length, SIDE, SIDE], data });
  };
  const set = points({
    ...plain,
    box: [
      [-1, 1],
      [-1, 1],
    ],
  });
  return {
    picture: inked(16, [[8, 0]]),
    support: inked(2, [
      [0, 1],
      [2, 2],
      [4, 3],
      [7, 4],
      [5, 5],
    ]),
    query: inked(2, [[2, 6]]),
    set: set.format({ shape: [MOST, 2], data: pointsAlong(SIGNS[3]!, fold(root, "set"), MOST) }),
  };
}
const MOST = 50;

/** The files of weights by their paths below `public`. */
export async function weightsFiles(): Promise<Readonly<Record<string, Uint8Array<ArrayBuffer>>>> {
  return {
    "weights/matching-cnn.safetensors": await trained(episodes, "matching-networks/draw", {
      net: "cnn",
    }),
    "weights/matching-fce.safetensors": await trained(episodes, "matching-networks/draw", {
      net: "fce",
    }),
    "weights/statistician-spatial.safetensors": await trained(
      families,
      "neural-statistician/spatial-mnist",
      {},
    ),
  };
}

async function trained(
  { demo, program }: { demo: Demo; program: AnyProgram },
  forDemo: string,
  settings: Wire,
): Promise<Uint8Array<ArrayBuffer>> {
  const steps = demo.steps!.stopAt;
  const params = { ...toWire(demo.params, defaults(demo.params)), ...settings };
  const runner = await createRunner({ demo, program, params, seed: SEED });
  while (runner.step < steps) await runner.advance();
  // Throws where the numbers stopped being finite.
  await runner.series();
  const weights = (await runner.weights())!;
  runner.close();
  const card: Card = {
    title: `A few seconds of ${demo.title.toLowerCase()}, for the sketches`,
    script: "npm run sketches -- --files",
    demo: forDemo,
    settings:
      Object.entries(settings)
        .map((pair) => pair.join(" "))
        .join(", ") || "default settings",
    seed: SEED,
    steps,
    data: "signs made up by a program",
    scores: {},
    version: "sketch",
    made: "2026-11-26",
  };
  return writeWeights(weights, card, "F16");
}
