/** How often a classifier of embeddings names the queries of test episodes rightly, by stored statistics and by each episode's own. */
import { SIDE } from "../../src/data/grey-pictures.ts";
import { DRAWERS, writeDrawing, type SplitCharacters } from "../../src/data/characters.ts";
import { sum } from "../../src/math/broadcast.ts";
import type { Operand } from "../../src/math/elementwise.ts";
import { fold, type Key } from "../../src/math/key.ts";
import { read, scope } from "../../src/math/memory.ts";
import { concat, reshape, slice } from "../../src/math/shape.ts";
import { tensor, type Tensor } from "../../src/math/tensor.ts";
import { drawEpisodes } from "../../src/papers/matching-networks/draw-episodes.ts";
import {
  embed,
  embedAlone,
  type Embedding,
  type Statistics,
} from "../../src/papers/matching-networks/embedding.ts";
import type { Context } from "../../src/papers/matching-networks/full-context.ts";
import { sizeOf, type Kind } from "../../src/papers/matching-networks/matching.ts";
import { prototypeLogits } from "../../src/papers/matching-networks/prototypes.ts";
import { attend } from "../../src/papers/matching-networks/support-orders.ts";

/** From embeddings of `count` episodes, one below the other, [count N (k + q), d], what is greatest at a query's class: [count N q, N]. */
export type Judge = (z: Tensor, count: number, kind: Kind) => Tensor;

/** P of eq. (1), arXiv:1606.04080v1, with full context or without. */
export const byAttention =
  (way: { readonly context: Context | null; readonly K: number; readonly s: Operand }): Judge =>
  (z, count, kind) => {
    const { N, k, q } = kind;
    const d = z.shape[1]!;
    const rows = reshape(z, [count, sizeOf(kind), d]);
    const gPrime = slice(rows, [0, 0, 0], [count, N * k, d]);
    const fPrime = slice(rows, [0, N * k, 0], [count, N * q, d]);
    return sum(reshape(attend(way, gPrime, fPrime).a, [count * N * q, N, k]), 2);
  };

export const byPrototypes: Judge = (z, count, kind) =>
  concat(
    Array.from({ length: count }, (_, e) =>
      prototypeLogits(slice(z, [e * sizeOf(kind), 0], [sizeOf(kind), z.shape[1]!]), kind),
    ),
  );

/** Pictures, or episodes, that go through the network together. */
const TOGETHER = 100;

export interface Network {
  readonly theta: Embedding;
  readonly statistics: Statistics;
  /** Several may judge the same embeddings. */
  readonly judges: readonly Judge[];
}

const rowsOf = (count: number, write: (row: number, out: Float32Array) => void): Tensor => {
  const out = new Float32Array(count * SIDE ** 2);
  for (let row = 0; row < count; row++) write(row, out);
  return tensor(out, [count, SIDE, SIDE, 1]);
};

/** Each drawing of the classes of testing by stored statistics, as if it were alone: [classes × 20, d]. */
export async function embedTested(
  { theta, statistics }: Pick<Network, "theta" | "statistics">,
  { test, drawing }: SplitCharacters,
) {
  const count = test.length * DRAWERS;
  const parts: Float32Array[] = [];
  for (let first = 0; first < count; first += TOGETHER) {
    const z = scope(() => {
      const x = rowsOf(Math.min(TOGETHER, count - first), (row, out) => {
        const { character, quarters } = test[Math.floor((first + row) / DRAWERS)]!;
        writeDrawing(drawing(character, (first + row) % DRAWERS), quarters, out, row * SIDE ** 2);
      });
      return embedAlone(theta, statistics, x);
    });
    parts.push((await read(z)).data);
  }
  const d = parts[0]!.length / Math.min(TOGETHER, count);
  const data = new Float32Array(count * d);
  parts.forEach((part, i) => data.set(part, i * TOGETHER * d));
  return { data, d };
}

/** Which drawings make up `count` episodes, by row: class × 20 + drawer. */
function drawingsOf(key: Key, count: number, kind: Kind, classes: number): Int32Array {
  const drawings = new Int32Array(count * sizeOf(kind));
  drawEpisodes(key, count, kind, { classes, examples: DRAWERS }, (row, of, drawer) => {
    drawings[row] = of * DRAWERS + drawer;
  });
  return drawings;
}

/** Share of right answers of each episode, from what is greatest at a query's class [count N q, N]. Among equals the first counts. */
export function sharesRight(data: ArrayLike<number>, { N, q }: Kind): number[] {
  const episodes = data.length / (N * q * N);
  return Array.from({ length: episodes }, (_, e) => {
    let right = 0;
    for (let j = 0; j < N * q; j++) {
      const row = Array.from({ length: N }, (__, l) => data[(e * N * q + j) * N + l]!);
      if (row.indexOf(Math.max(...row)) === Math.floor(j / q)) right += 1;
    }
    return right / (N * q);
  });
}

async function keep(shares: readonly number[][], judged: readonly Tensor[], kind: Kind) {
  for (const [i, found] of judged.entries())
    shares[i]!.push(...sharesRight((await read(found)).data, kind));
}

/** Of each judge, the share of right answers of each of `episodes` episodes of drawings embedded before. A pure function of the key. */
export async function sharesAlone(
  key: Key,
  episodes: number,
  kind: Kind,
  { judges }: Pick<Network, "judges">,
  { data, d }: { readonly data: Float32Array; readonly d: number },
): Promise<number[][]> {
  const shares = judges.map((): number[] => []);
  for (let first = 0; first < episodes; first += TOGETHER) {
    const count = Math.min(TOGETHER, episodes - first);
    const drawings = drawingsOf(fold(key, first), count, kind, data.length / d / DRAWERS);
    const z = new Float32Array(drawings.length * d);
    drawings.forEach((n, row) => z.set(data.subarray(n * d, (n + 1) * d), row * d));
    const judged = scope(() => {
      const rows = tensor(z, [drawings.length, d]);
      return judges.map((judge) => judge(rows, count, kind));
    });
    await keep(shares, judged, kind);
  }
  return shares;
}

/** The same where batch norm takes the statistics of each episode's own pictures. The episodes of `sharesAlone` with this key. */
export async function sharesTogether(
  key: Key,
  episodes: number,
  kind: Kind,
  { theta, judges }: Network,
  { test, drawing }: SplitCharacters,
): Promise<number[][]> {
  const shares = judges.map((): number[] => []);
  for (let first = 0; first < episodes; first += TOGETHER) {
    const count = Math.min(TOGETHER, episodes - first);
    const drawings = drawingsOf(fold(key, first), count, kind, test.length);
    for (let e = 0; e < count; e++) {
      const judged = scope(() => {
        const x = rowsOf(sizeOf(kind), (row, out) => {
          const n = drawings[e * sizeOf(kind) + row]!;
          const { character, quarters } = test[Math.floor(n / DRAWERS)]!;
          writeDrawing(drawing(character, n % DRAWERS), quarters, out, row * SIDE ** 2);
        });
        const { z } = embed(theta, x);
        return judges.map((judge) => judge(z, 1, kind));
      });
      await keep(shares, judged, kind);
    }
  }
  return shares;
}
