/** A batch of arXiv:2004.11362v5, section 3.2: two views of each of N labelled images. */
import { choose } from "../../math/choice.ts";
import { fold, type Key } from "../../math/key.ts";
import { rows, type Choice } from "../../math/rows.ts";
import type { Tensor } from "../../math/tensor.ts";
import type { Digits } from "./digits.ts";
import { twoViews } from "./distort.ts";

export interface Batch {
  /** The views: all first ones, then all second ones. [2N, 784]. */
  readonly x: Tensor;
  /** Of each view its class, and its image. */
  readonly classes: readonly number[];
  readonly images: readonly number[];
}

export interface BatchSizes {
  /** Digits: those below K. */
  readonly K: number;
  /** Different images of each digit, so that all anchors have equally many positives. */
  readonly each: number;
}

/** N = K × each images, drawn by the key. `classOf` gives a digit its label. */
export function drawBatch(
  key: Key,
  { images, byDigit }: Digits,
  { K, each }: BatchSizes,
  classOf: (digit: number) => number,
): Batch {
  const choice: Choice = (from) =>
    byDigit
      .slice(0, K)
      .flatMap((own, digit) =>
        Array.from(choose(fold(from, digit), own.length, each), (i) => own[i]!),
      );
  const once = Array.from({ length: K * each }, (_, image) => image);
  const both = [...once, ...once];
  return {
    x: twoViews(fold(key, "views"), rows(fold(key, "images"), images, K * each, choice)),
    classes: both.map((image) => classOf(Math.floor(image / each))),
    images: both,
  };
}
