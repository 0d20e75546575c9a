/** Reads PNG files (W3C PNG, 3rd edition) as Omniglot's are: grey, not interlaced, one bit a pixel; eight, as some programs save them. */
import { unzlibSync } from "fflate";
import { Refusal } from "./refusal.ts";

/** Pixels of a side. */
export const SIDE = 105;

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const GREY = 0;

/** 105×105 bytes, rows from the top: 1 where the pixel is darker than half. Throws `Refusal`. */
export function inkOfPng(png: Uint8Array): Uint8Array {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  if (png.length < 33 || SIGNATURE.some((byte, i) => png[i] !== byte))
    throw new Refusal("is no PNG picture.");
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  if (width !== SIDE || height !== SIDE)
    throw new Refusal(`has ${width} × ${height} pixels, where Omniglot’s drawings have 105 × 105.`);
  const [depth, colour, , , interlaced] = png.subarray(24, 29);
  if ((depth !== 1 && depth !== 8) || colour !== GREY || interlaced !== 0)
    throw new Refusal(
      "is a PNG picture of another kind than Omniglot’s, which are grey with one bit a pixel.",
    );
  const length = Math.ceil((SIDE * depth) / 8);
  const bytes = inflated(dataOf(png, view), SIDE * (length + 1));
  const ink = new Uint8Array(SIDE * SIDE);
  let above = new Uint8Array(length);
  for (let y = 0; y < SIDE; y++) {
    const from = y * (length + 1);
    const row = bytes.slice(from + 1, from + 1 + length);
    unfilter(bytes[from]!, row, above);
    above = row;
    for (let x = 0; x < SIDE; x++) {
      const white = depth === 1 ? (row[x >> 3]! >> (7 - (x & 7))) & 1 : row[x]! >> 7;
      ink[y * SIDE + x] = 1 - white;
    }
  }
  return ink;
}

const damaged = (): Refusal => new Refusal("is a damaged PNG picture.");

/** What all its chunks of data hold. */
function dataOf(png: Uint8Array, view: DataView): Uint8Array {
  const data = new Uint8Array(png.length);
  let size = 0;
  for (let at = SIGNATURE.length; at + 8 <= png.length;) {
    const length = view.getUint32(at);
    if (String.fromCharCode(...png.subarray(at + 4, at + 8)) === "IDAT") {
      data.set(png.subarray(at + 8, at + 8 + length), size);
      size += length;
    }
    at += length + 12;
  }
  return data.subarray(0, size);
}

/** Exactly so many bytes: there is room for one more, and none for what a bomb would unpack to. */
function inflated(data: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(size + 1);
  let found: number;
  try {
    found = unzlibSync(data, { out }).length;
  } catch {
    throw damaged();
  }
  if (found !== size) throw damaged();
  return out;
}

/** Undoes in place what a row was filtered by: it holds differences to the byte left (a), above (b) and both (c). */
function unfilter(type: number, row: Uint8Array, above: Uint8Array): void {
  if (type > 4) throw damaged();
  for (let i = 0; i < row.length; i++) {
    const a = row[i - 1] ?? 0;
    const b = above[i]!;
    const c = above[i - 1] ?? 0;
    row[i]! += [0, a, b, (a + b) >> 1, paeth(a, b, c)][type]!;
  }
}

function paeth(a: number, b: number, c: number): number {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)] as const;
  if (pa <= pb && pa <= pc) return a;
  return pb <= pc ? b : c;
}
