/** Trained weights in a file, with a card that says where they come from; checked on loading. */
import { sha256 } from "../contract/sha256.ts";
import { strictJson } from "../contract/strict-json.ts";
import { MAX_SEED } from "../contract/url.ts";
import type { Card, Named, Score, Weights } from "../contract/weights.ts";
import {
  dataOf,
  readSafetensors,
  WeightsError,
  writeSafetensors,
  type Precision,
} from "./safetensors.ts";

const FORMAT = "live-paper-notes weights 1";

export async function writeWeights(
  tensors: Named,
  card: Card,
  precision: Precision,
): Promise<Uint8Array<ArrayBuffer>> {
  const hash = await sha256(dataOf(tensors, precision));
  const metadata = { format: FORMAT, hash: hash ?? "", card: JSON.stringify(card) };
  return writeSafetensors(tensors, metadata, precision);
}

/** Throws WeightsError, and only that, where the file is damaged or not one that `writeWeights` wrote. */
export async function readWeights(file: ArrayBuffer): Promise<Weights> {
  const { tensors, metadata, data } = readSafetensors(new Uint8Array(file));
  if (metadata.format !== FORMAT)
    throw new WeightsError("The file holds arrays, but not in the form that this site writes.");
  const { hash = "" } = metadata;
  const found = await sha256(data);
  if (found !== null && found !== hash)
    throw new WeightsError("The numbers in the file are not those that its card describes.");
  for (const [name, { data: numbers }] of Object.entries(tensors)) {
    if (!numbers.every(Number.isFinite))
      throw new WeightsError(`“${name}” holds a number that is not finite.`);
  }
  return { tensors, card: cardOf(metadata.card ?? ""), hash };
}

function cardOf(text: string): Card {
  let card: unknown = null;
  try {
    card = text.length > LONGEST_CARD ? null : strictJson(text);
  } catch {
    // Said below.
  }
  if (!isCard(card)) throw new WeightsError("The file’s card is damaged.");
  return card;
}

/** Characters. A long run's changes take some ten thousand; browsers lay out a million for half a minute. */
const LONGEST_CARD = 100_000;
const LONGEST_TEXT = 1000;
/** These grow with the changes of a run. */
const LONG = ["script", "settings"] as const;
const SHORT = ["title", "demo", "data", "version", "made"] as const;
const MOST_SCORES = 100;

function isCard(value: unknown): value is Card {
  if (typeof value !== "object" || value === null) return false;
  const card = value as Partial<Card>;
  const scores = Object.entries(card.scores ?? {});
  return (
    LONG.every((name) => typeof card[name] === "string") &&
    SHORT.every((name) => isShort(card[name])) &&
    [card.dataHash, card.digest, card.from].every((each) => each === undefined || isShort(each)) &&
    isCount(card.seed, 0, MAX_SEED) &&
    isCount(card.steps, 0) &&
    typeof card.scores === "object" &&
    scores.length <= MOST_SCORES &&
    scores.every(([name, score]) => isShort(name) && isScore(score))
  );
}

const isShort = (text: unknown): boolean => typeof text === "string" && text.length <= LONGEST_TEXT;
const isCount = (value: unknown, least: number, most = Number.MAX_SAFE_INTEGER): boolean =>
  Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;

const isScore = (score: Partial<Score> | null): boolean =>
  isShort(score?.label) &&
  isCount(score!.batches, 1) &&
  (score!.examples === undefined || isCount(score!.examples, 1)) &&
  Number.isFinite(score!.mean) &&
  (score!.interval === undefined ||
    (Array.isArray(score!.interval) &&
      score!.interval.length === 2 &&
      score!.interval.every(Number.isFinite)));
