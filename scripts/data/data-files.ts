/** The data files of the site, and how each is made of its sources. */
import type { Pin } from "../../src/data/checked-content.ts";
import { DIGITS_PIN, MNIST_PIN } from "../../src/data/mnist.ts";
import { fetchSource } from "./fetch-source.ts";
import { readIdx } from "./idx.ts";
import { chosenFrom, packPictures } from "./pack-pictures.ts";
import { MNIST } from "./sources.ts";

export interface DataFile {
  /** Below `public/data`. */
  readonly name: string;
  readonly pin: Pin;
  /** The file's content before gzip. Throws SourceError where a source cannot be had. */
  make(): Uint8Array;
}

const first = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const mnist = (part: "train" | "t10k") => readIdx(`${fetchSource(MNIST)}/data`, part);
const nobody = { pixels: new Uint8Array(), labels: new Uint8Array() };

export const DATA_FILES: readonly DataFile[] = [
  {
    name: "mnist.bin",
    pin: MNIST_PIN,
    make: () =>
      packPictures(
        chosenFrom(mnist("train"), first(10_000)),
        chosenFrom(mnist("t10k"), first(2000)),
      ),
  },
  {
    name: "digits.bin",
    pin: DIGITS_PIN,
    make() {
      const all = mnist("t10k");
      return packPictures(nobody, chosenFrom(all, firstOfEach(all.labels, 10, 10)));
    },
  },
];

/** Where the first `count` of each of the labels from 0 stand, label by label. */
function firstOfEach(labels: Uint8Array, classes: number, count: number): number[] {
  return first(classes).flatMap((label) =>
    [...labels.keys()].filter((i) => labels[i] === label).slice(0, count),
  );
}
