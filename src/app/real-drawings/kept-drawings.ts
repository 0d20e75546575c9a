/** The reader's drawings of Omniglot, for this visit and, where the browser lets the page, on this device. */
import { clear, get, set } from "idb-keyval";
import { sha256 } from "../../contract/sha256.ts";
import { BYTES, DRAWINGS, HALVES } from "../../omniglot/alphabets.ts";
import { isDrawn, joined } from "../../omniglot/drawings-of-zip.ts";
import { deviceStore, type AskStore } from "../device-store.ts";

export type Bits = Uint8Array<ArrayBuffer>;

const KEY = "omniglot-28";
/** A browser that does not answer by then keeps nothing, ms. */
const PATIENCE = 5000;

let held: Bits | null = null;

const database = deviceStore("live-paper-notes-drawings", "files");

const asked: AskStore = async (work) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("No answer.")), PATIENCE);
  });
  return Promise.race([database(work), late]).finally(() => clearTimeout(timer));
};

/** Those of before; null where there are none. */
export async function keptDrawings(): Promise<Bits | null> {
  try {
    const kept = held ?? (await asked((store) => get<Bits>(KEY, store)));
    if (kept?.length === DRAWINGS * BYTES) held = kept;
  } catch {
    // What cannot be read now is not there now.
  }
  return held;
}

/** Puts them to those that are there already. Says in a sentence where they are kept for this visit alone. */
export async function keepDrawings(more: Bits): Promise<{ bits: Bits; says: string }> {
  const before = await keptDrawings();
  held = before ? joined(before, more) : more;
  try {
    await asked((store) => set(KEY, held, store));
    return { bits: held, says: "" };
  } catch (error) {
    const full = (error as { name?: unknown } | null)?.name === "QuotaExceededError";
    const why = full
      ? "This browser’s storage for the site is full"
      : "This browser lets the page store nothing (a private window, or storage is blocked)";
    return { bits: held, says: `${why}: the drawings are here until you leave this page.` };
  }
}

/** False where the browser did not answer. */
export async function forgetDrawings(): Promise<boolean> {
  held = null;
  try {
    await asked((store) => clear(store));
    return true;
  } catch {
    return false;
  }
}

export interface WholeHalf {
  readonly file: string;
  /** Bit for bit as the networks of this site were trained on them. */
  readonly exact: boolean;
}

/** Those of the two files whose drawings are all there. */
export const wholeHalves = (bits: Bits): Promise<WholeHalf[]> =>
  Promise.all(
    HALVES.filter(({ from, to }) => isWhole(bits, from / BYTES, to / BYTES)).map(
      async ({ file, from, to, sha256: known }) => ({
        file,
        exact: (await sha256(bits.slice(from, to))) === known,
      }),
    ),
  );

function isWhole(bits: Bits, first: number, end: number): boolean {
  for (let place = first; place < end; place++) if (!isDrawn(bits, place)) return false;
  return true;
}
