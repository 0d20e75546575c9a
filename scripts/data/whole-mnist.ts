/** All of MNIST, for training weights and for scores: a maintainer's, never shipped. */
import { createHash } from "node:crypto";
import type { NDArray } from "../../src/contract/array.ts";
import type { Pictures, SplitPictures } from "../../src/data/grey-pictures.ts";
import { fetchSource, SourceError } from "./fetch-source.ts";
import { readIdx } from "./idx.ts";
import { MNIST } from "./sources.ts";

/** MD5 of the pictures and of the labels in the files of MNIST's authors, behind their heads. */
const MD5 = {
  train: ["6510e85a72c3e9475c492d559d3770d2", "e86ee40d66677c011a9abda399ec8c4d"],
  t10k: ["240610fa99e73bfa49df8e7fc24d3206", "073c3904dfbd3e141ff8aa01cfde6b15"],
} as const;

/**
 * 60,000 pictures for training and 10,000 for testing, with their 256 levels of grey, in the form that `readMnist` gives. From the
 * folder that the variable MNIST names, with MNIST's four files packed by gzip or not; else from the cache of `npm run data`, or
 * the network. Throws SourceError.
 */
export function wholeMnist(): SplitPictures {
  const folder = process.env.MNIST ?? `${fetchSource(MNIST)}/data`;
  return { train: part(folder, "train"), test: part(folder, "t10k") };
}

function part(folder: string, name: "train" | "t10k"): Pictures {
  const { pixels, labels } = readIdx(folder, name);
  const found = [pixels, labels].map((bytes) => createHash("md5").update(bytes).digest("hex"));
  if (found.join() !== MD5[name].join())
    throw new SourceError(`The files of ${name} in “${folder}” are not MNIST's: ${found.join()}.`);
  return {
    images: { data: pixels, shape: [labels.length, 28, 28], scale: 1 / 255 },
    labels: { data: labels, shape: [labels.length] },
  };
}

/** The first pictures of a part as numbers: what a recipe names its data by. */
export function samplePictures({ images }: Pictures, count = 100): NDArray {
  const { data, shape, scale = 1 } = images;
  const size = shape.slice(1).reduce((product, side) => product * side, count);
  return {
    shape: [count, ...shape.slice(1)],
    data: Float32Array.from({ length: size }, (_, i) => data[i]! * scale),
  };
}
