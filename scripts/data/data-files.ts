/** The data files of the site, and how each is made of its sources. */
import type { Pin } from "../../src/data/checked-content.ts";
import { FASHION_PIN } from "../../src/data/fashion.ts";
import { GLYPHS_PIN } from "../../src/data/glyphs.ts";
import { DIGITS_PIN, MNIST_PIN } from "../../src/data/mnist.ts";
import { fetchSource } from "./fetch-source.ts";
import { derivedCharacters } from "./glyphs/derive-glyphs.ts";
import { packGlyphs } from "./glyphs/pack-glyphs.ts";
import { readIdx, type Labelled } from "./idx.ts";
import { chosenFrom, packPictures } from "./pack-pictures.ts";
import { FASHION, MNIST } from "./sources.ts";

export interface DataFile {
  /** Below `public/data`. */
  readonly name: string;
  readonly pin: Pin;
  /** The file's content before gzip. Throws SourceError where a source cannot be had. */
  make(): Uint8Array | Promise<Uint8Array>;
}

const first = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const mnist = (part: "train" | "t10k") => readIdx(`${fetchSource(MNIST)}/data`, part);
const fashion = (part: "train" | "t10k") =>
  readIdx(`${fetchSource(FASHION)}/usr/share/datasets/fashion-mnist`, part);
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
  {
    name: "fashion.bin",
    pin: FASHION_PIN,
    make() {
      const [train, test] = [fashion("train"), fashion("t10k")];
      return packPictures(balanced(train, 400), balanced(test, 50));
    },
  },
  {
    name: "glyphs.bin",
    pin: GLYPHS_PIN,
    make: async () => packGlyphs(await derivedCharacters()),
  },
];

/** The first `count` pictures of each of the ten classes, in the order in which they stand. */
function balanced(all: Labelled, count: number): Labelled {
  return chosenFrom(
    all,
    firstOfEach(all.labels, 10, count).toSorted((a, b) => a - b),
  );
}

/** Where the first `count` of each of the labels from 0 stand, label by label. */
function firstOfEach(labels: Uint8Array, classes: number, count: number): number[] {
  return first(classes).flatMap((label) =>
    [...labels.keys()].filter((i) => labels[i] === label).slice(0, count),
  );
}
