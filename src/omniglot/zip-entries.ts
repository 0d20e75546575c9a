/** What a zip file holds, by its central directory (PKWARE’s APPNOTE 6.3.9, sections 4.3.7, 4.3.12 and 4.3.16). */
import { inflateSync } from "fflate";
import { Refusal } from "./refusal.ts";

export interface Entry {
  readonly path: string;
  /** 0 as it is, 8 deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly checksum: number;
  /** Bytes in the file, and unpacked, as it says itself. */
  readonly packed: number;
  readonly size: number;
  /** Where its own head begins. */
  readonly at: number;
}

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const [LOCAL_BYTES, CENTRAL_BYTES, END_BYTES] = [30, 46, 22];
/** A comment after the end may be so long. */
const MOST_COMMENT = 0xffff;
/** Said of a number that does not fit, and stands in records of zip64 instead. */
const [FULL_16, FULL_32] = [0xffff, 0xffffffff];

const viewOf = (zip: Uint8Array): DataView =>
  new DataView(zip.buffer, zip.byteOffset, zip.byteLength);

/** Throws `Refusal`. */
export function entriesOf(zip: Uint8Array): Entry[] {
  const view = viewOf(zip);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count === FULL_16 || start === FULL_32)
    throw new Refusal("is of the kind zip64, for archives far larger than Omniglot’s.");
  const text = new TextDecoder();
  const entries: Entry[] = [];
  for (let at = start; entries.length < count;) {
    if (at + CENTRAL_BYTES > end || view.getUint32(at, true) !== CENTRAL)
      throw new Refusal("is cut off or damaged: its list of files is broken. Fetch it again.");
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    entries.push({
      path: text.decode(zip.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + name!)),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += CENTRAL_BYTES + name! + extra! + comment!;
  }
  return entries;
}

/** Where the record of the end is: the last that reaches no further than the file. */
function endOf(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  const begins = view.byteLength >= 4 ? view.getUint32(0, true) : 0;
  for (let at = last; at >= Math.max(0, last - MOST_COMMENT); at--) {
    if (view.getUint32(at, true) !== END) continue;
    if (at + END_BYTES + view.getUint16(at + 20, true) <= view.byteLength) return at;
  }
  throw new Refusal(
    begins === LOCAL ? "is cut off: its end is missing. Fetch it again." : "is no zip file.",
  );
}

/** An entry’s content, of at most so many bytes. No more memory is taken whatever the file says of itself. Throws `Refusal`. */
export function contentOf(zip: Uint8Array, entry: Entry, most: number): Uint8Array {
  if (entry.encrypted) throw new Refusal("is encrypted: a password was set when it was packed.");
  if (entry.method !== 0 && entry.method !== 8)
    throw new Refusal(`is packed in a way that is not read here (method ${entry.method}).`);
  if (entry.packed > most) throw tooLarge(most);
  const view = viewOf(zip);
  const { at, packed } = entry;
  const isThere = at + LOCAL_BYTES <= zip.length && view.getUint32(at, true) === LOCAL;
  if (!isThere) throw damaged();
  const from = at + LOCAL_BYTES + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const data = zip.subarray(from, from + packed);
  const content = entry.method === 0 ? data : inflated(data, most);
  if (content.length !== entry.size || crc32(content) !== entry.checksum) throw damaged();
  return content;
}

const damaged = (): Refusal => new Refusal("is damaged. Fetch it again.");
const tooLarge = (most: number): Refusal =>
  new Refusal(
    `would unpack to more than ${most / 1000} kB, which no drawing of Omniglot has; it was left packed.`,
  );

function inflated(data: Uint8Array, most: number): Uint8Array {
  const out = new Uint8Array(most + 1);
  let content: Uint8Array;
  try {
    content = inflateSync(data, { out });
  } catch {
    throw damaged();
  }
  if (content.length > most) throw tooLarge(most);
  return content;
}

/** The remainders of all bytes by CRC-32’s polynomial, its bits reversed. */
const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = REMAINDERS[(rest ^ byte) & 0xff]! ^ (rest >>> 8);
  return (rest ^ 0xffffffff) >>> 0;
}
