/** Trained weights in a file, with a card that says where they come from; checked on loading. */
import {
  dataOf,
  readSafetensors,
  WeightsError,
  writeSafetensors,
  type Named,
  type Precision,
} from "./safetensors.ts";

/** A number measured with the weights as the file has them. */
export interface Score {
  readonly label: string;
  readonly mean: number;
  /** 95 % interval of the mean; a single batch has none. */
  readonly interval?: readonly [number, number];
  /** How many batches the mean is over. */
  readonly batches: number;
}

/** Where weights come from: all that is needed to make them again. */
export interface Card {
  readonly title: string;
  /** The command that makes the file. */
  readonly script: string;
  readonly demo: string;
  /** Settings that are not the demo's defaults, and changes during training, in words a reader can follow. */
  readonly settings: string;
  /** The file of weights that the run itself began from, where it was a reader's own: its name and SHA-256. */
  readonly from?: string;
  readonly seed: number;
  readonly steps: number;
  readonly data: string;
  /** SHA-256 of a sample of the data, as the script draws it. */
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

/** Null on pages that are not served over https, where browsers give no digests: the other checks still hold there. */
async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const { subtle } = crypto as Partial<Crypto>;
  if (!subtle) return null;
  const hash = new Uint8Array(await subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
