/** Trained weights, and the card that says where they come from. */
import type { NDArray } from "./array.ts";

/** Arrays of weights by name. */
export type Named = Readonly<Record<string, NDArray>>;

/** A number measured with the weights as the file has them. */
export interface Score {
  readonly label: string;
  readonly mean: number;
  /** 95 % interval of the mean; a single batch that says nothing of its examples has none. */
  readonly interval?: readonly [number, number];
  /** How many batches the mean is over. */
  readonly batches: number;
  /** Where it is over the examples of one batch, such as a test set: how many. */
  readonly examples?: number;
}

/** Where weights come from: all that is needed to make them again. */
export interface Card {
  readonly title: string;
  /** The command that makes the file. */
  readonly script: string;
  readonly demo: string;
  /** Settings that are not the demo's defaults, and changes during training, in words a reader can follow. */
  readonly settings: string;
  /** The file of weights that the run itself began from, where it was a reader's own or a recipe names it: its name and SHA-256. */
  readonly from?: string;
  readonly seed: number;
  readonly steps: number;
  readonly data: string;
  /** SHA-256 of the data's files, or of a sample as the script draws it. */
  readonly dataHash?: string;
  /** Digest of the run's curves up to that step. */
  readonly digest?: string;
  readonly scores: Readonly<Record<string, Score>>;
  /** Version of the code that trained. */
  readonly version: string;
  /** Day on which they were made: `"2026-11-23"`. */
  readonly made: string;
}

export interface Weights {
  readonly tensors: Named;
  readonly card: Card;
  /** SHA-256 of the numbers in the file, hexadecimal. */
  readonly hash: string;
}

/** A file of weights that a reader chose, read and found whole. */
export interface WeightsFile {
  readonly name: string;
  readonly bytes: ArrayBuffer;
  readonly weights: Weights;
}
