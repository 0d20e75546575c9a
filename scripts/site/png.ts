/** PNG files (W3C PNG, 3rd edition): reads what Chromium draws, writes pictures of few colours small. */
import { crc32, deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
/** Most entries of a palette. */
const MOST = 256;

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Row by row, `0xrrggbb`. */
  readonly colours: Uint32Array;
}

/** The same picture with a palette: its 256 commonest colours, and for the others the nearest of these. */
export function withPalette(png: Buffer): Buffer {
  const { width, height, colours } = readPng(png);
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([colour]) => colour);
  const places = new Map(palette.map((colour, place) => [colour, place]));
  for (const colour of counts.keys())
    if (!places.has(colour)) places.set(colour, nearest(palette, colour));

  // A byte for "no filter" before each row, which suits palettes best.
  const rows = Buffer.alloc(height * (width + 1));
  colours.forEach((colour, i) => {
    rows[i + Math.floor(i / width) + 1] = places.get(colour)!;
  });
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flatMap(channels))),
    chunk("IDAT", deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const channels = (colour: number): number[] => [colour >> 16, (colour >> 8) & 255, colour & 255];

function nearest(palette: readonly number[], colour: number): number {
  const wanted = channels(colour);
  const distances = palette.map((entry) =>
    channels(entry).reduce((sum, value, i) => sum + (value - wanted[i]!) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** Reads a picture of 8 bits a channel, with or without transparency (which is dropped), not interlaced. */
function readPng(png: Buffer): Pixels {
  const depth = png[25] === 6 ? 4 : 3;
  const { width, height, rows } = readRows(png, 8 * depth);
  const colours = new Uint32Array(width * height);
  rows.forEach((row, y) => {
    for (let x = 0; x < width; x++) {
      const [r, g, b] = row.subarray(x * depth);
      colours[y * width + x] = (r! << 16) | (g! << 8) | b!;
    }
  });
  return { width, height, colours };
}

/** The bytes of each row of a picture that is not interlaced. */
export function readRows(
  png: Buffer,
  bitsPerPixel: number,
): { width: number; height: number; rows: Uint8Array[] } {
  const data: Buffer[] = [];
  for (let at = SIGNATURE.length; at < png.length;) {
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
