/** Reads PNG files (W3C PNG, 3rd edition) that are not interlaced. */
import { inflateSync } from "node:zlib";

const SIGNATURE_LENGTH = 8;

/** The bytes of each row. */
export function readRows(
  png: Buffer,
  bitsPerPixel: number,
): { width: number; height: number; rows: Uint8Array[] } {
  const data: Buffer[] = [];
  for (let at = SIGNATURE_LENGTH; at < png.length;) {
    const size = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      data.push(png.subarray(at + 8, at + 8 + size));
    at += size + 12;
  }
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const bytes = inflateSync(Buffer.concat(data));
  const length = Math.ceil((width * bitsPerPixel) / 8);
  const rows: Uint8Array[] = [];
  for (let y = 0; y < height; y++) {
    const from = y * (length + 1);
    const row = new Uint8Array(bytes.subarray(from + 1, from + 1 + length));
    unfilter(bytes[from]!, row, rows.at(-1) ?? new Uint8Array(length), Math.ceil(bitsPerPixel / 8));
    rows.push(row);
  }
  return { width, height, rows };
}

/** Undoes in place what a row was filtered by: it holds differences to what is left (a), above (b) and both (c). */
function unfilter(type: number, row: Uint8Array, above: Uint8Array, depth: number): void {
  for (let i = 0; i < row.length; i++) {
    const a = row[i - depth] ?? 0;
    const b = above[i]!;
    const c = above[i - depth] ?? 0;
    row[i]! += [0, a, b, (a + b) >> 1, paeth(a, b, c)][type]!;
  }
}

function paeth(a: number, b: number, c: number): number {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)] as const;
  if (pa <= pb && pa <= pc) return a;
  return pb <= pc ? b : c;
}
