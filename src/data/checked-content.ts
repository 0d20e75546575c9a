/** The content of a data file, which must be to the bit what this version of the site was made with. */
import { sha256 } from "../contract/sha256.ts";

/** What tells the right content from all other; `npm run data` says it of what it makes. */
export interface Pin {
  readonly bytes: number;
  readonly sha256: string;
  /** Of `checksum`: counts where the browser gives no digests. */
  readonly checksum: number;
}

/** First bytes of a gzip file (RFC 1952). Some servers expand such files on the way, others don't. */
const GZIP = [0x1f, 0x8b];

/** Throws where the file is cut off, damaged or of another version. */
export async function checkedContent(file: ArrayBuffer, pin: Pin): Promise<Uint8Array> {
  const content = await expanded(new Uint8Array(file));
  if (content.length !== pin.bytes) {
    const sizes = `${content.length.toLocaleString("en")} bytes, not ${pin.bytes.toLocaleString("en")}`;
    throw new Error(`the file is cut off or of another version (it holds ${sizes}).`);
  }
  const hash = await sha256(content);
  if (hash === null ? checksum(content) !== pin.checksum : hash !== pin.sha256)
    throw new Error("the file is damaged or of another version (its hash is wrong).");
  return content;
}

async function expanded(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (!GZIP.every((byte, i) => bytes[i] === byte)) return bytes;
  try {
    const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(plain).arrayBuffer());
  } catch {
    throw new Error("the file is cut off or damaged (it cannot be unpacked).");
  }
}

/** FNV-1a, 32 bits: any one wrong byte changes it. */
export function checksum(bytes: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0;
}
