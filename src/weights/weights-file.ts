/** Trained weights in a file, with a card that says where they come from; checked on loading. */
import { sha256 } from "../contract/sha256.ts";
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
  let card: Partial<Card> | null = null;
  try {
    card = JSON.parse(text) as Partial<Card> | null;
  } catch {
    // Said below.
  }
  const texts = ["title", "script", "demo", "settings", "data", "version", "made"] as const;
  const whole =
    typeof card === "object" &&
    card !== null &&
    texts.every((name) => typeof card[name] === "string") &&
    [card.dataHash, card.digest, card.from].every((each) =>
      ["string", "undefined"].includes(typeof each),
    ) &&
    Number.isSafeInteger(card.seed) &&
    Number.isSafeInteger(card.steps) &&
    typeof card.scores === "object" &&
    card.scores !== null &&
    Object.values(card.scores).every(isScore);
  if (!whole) throw new WeightsError("The file’s card is damaged.");
  return card as Card;
}

const isScore = (score: Partial<Score> | null): boolean =>
  typeof score?.label === "string" &&
  Number.isSafeInteger(score.batches) &&
  Number.isFinite(score.mean) &&
  (score.interval === undefined ||
    (Array.isArray(score.interval) &&
      score.interval.length === 2 &&
      score.interval.every(Number.isFinite)));
