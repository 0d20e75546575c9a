/**
 * Named arrays in one file, in the layout of safetensors (github.com/huggingface/safetensors): the length of the header as
 * eight bytes, little-endian; the header, JSON with type, shape and place of each array and texts under `__metadata__`; then
 * the numbers, little-endian, one array after the other. Of its types we write and read F32 and F16.
 */
import { strictJson } from "../contract/strict-json.ts";
import type { Named } from "../contract/weights.ts";
import { fromHalves, toHalves } from "./half.ts";

/** Bytes are no weights that can be used; the message says why, to a reader. */
export class WeightsError extends Error {
  override readonly name = "WeightsError";
}

export type Precision = "F32" | "F16";

export interface Container {
  readonly tensors: Named;
  readonly metadata: Readonly<Record<string, string>>;
  /** The bytes after the header. */
  readonly data: Uint8Array<ArrayBuffer>;
}

const SIZES: Readonly<Record<string, number>> = { F32: 4, F16: 2 };
/** A header longer than this is none of ours; ours are below 4 kB. */
const LONGEST_HEADER = 1 << 20;
const MOST_DIMENSIONS = 8;
const METADATA = "__metadata__";

/** Arrays in the sorted order of their names, so that equal contents are equal files. */
export function writeSafetensors(
  tensors: Named,
  metadata: Readonly<Record<string, string>>,
  precision: Precision,
): Uint8Array<ArrayBuffer> {
  const data = dataOf(tensors, precision);
  const header: [string, unknown][] = [[METADATA, metadata]];
  let at = 0;
  for (const name of Object.keys(tensors).toSorted()) {
    const { shape, data: numbers } = tensors[name]!;
    const end = at + numbers.length * SIZES[precision]!;
    header.push([name, { dtype: precision, shape, data_offsets: [at, end] }]);
    at = end;
  }
  // From entries, here as below: a name may well be `__proto__`.
  const text = new TextEncoder().encode(JSON.stringify(Object.fromEntries(header)));
  // Padded with spaces, as the layout asks, so that the numbers begin at a multiple of eight.
  const length = Math.ceil(text.length / 8) * 8;
  const file = new Uint8Array(8 + length + data.length).fill(0x20, 8, 8 + length);
  new DataView(file.buffer).setBigUint64(0, BigInt(length), true);
  file.set(text, 8);
  file.set(data, 8 + length);
  return file;
}

/** The bytes after the header that these arrays become. */
export function dataOf(tensors: Named, precision: Precision): Uint8Array<ArrayBuffer> {
  const arrays = Object.keys(tensors)
    .toSorted()
    .map((name) => tensors[name]!.data);
  const size = SIZES[precision]!;
  const bytes = new Uint8Array(arrays.reduce((sum, { length }) => sum + length * size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const numbers of arrays) {
    if (precision === "F32") numbers.forEach((x, i) => view.setFloat32(at + 4 * i, x, true));
    else toHalves(numbers).forEach((x, i) => view.setUint16(at + 2 * i, x, true));
    at += numbers.length * size;
  }
  return bytes;
}

/** Throws WeightsError, and only that, whatever the bytes are; takes no more memory than a few times their length. */
export function readSafetensors(file: Uint8Array<ArrayBuffer>): Container {
  const header = headerOf(file);
  const start = 8 + header.length;
  const data = file.subarray(start);
  const { [METADATA]: metadata = {}, ...entries } = header.content;
  if (!isRecord(metadata) || !Object.values(metadata).every((text) => typeof text === "string"))
    throw new WeightsError("The file’s own description is not made of texts.");
  const places = Object.entries(entries)
    .map(([name, entry]) => placeOf(name, entry, data.length))
    .toSorted((a, b) => a.from - b.from || a.to - b.to);
  let end = 0;
  for (const { name, from, to } of places) {
    if (from < end) throw new WeightsError(`“${name}” overlaps with the array before it.`);
    if (from > end)
      throw new WeightsError(`There are bytes before “${name}” that belong to no array.`);
    end = to;
  }
  if (end < data.length)
    throw new WeightsError("There are bytes at the end that belong to no array.");
  return {
    tensors: Object.fromEntries(
      places.map(({ name, from, to, dtype, shape }) => [
        name,
        { shape, data: numbersOf(data.subarray(from, to), dtype) },
      ]),
    ),
    metadata: metadata as Record<string, string>,
    data,
  };
}

function headerOf(file: Uint8Array<ArrayBuffer>): {
  length: number;
  content: Record<string, unknown>;
} {
  if (file.length < 8) throw new WeightsError("The file is cut off before its header.");
  const length = Number(new DataView(file.buffer, file.byteOffset).getBigUint64(0, true));
  if (length > LONGEST_HEADER)
    throw new WeightsError(
      `The file claims a header of ${length} bytes: it is no file of weights.`,
    );
  if (length > file.length - 8) throw new WeightsError("The file is cut off within its header.");
  // A byte-order mark is none of JSON's signs, and the layout wants a brace first.
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  try {
    const text = decoder.decode(file.subarray(8, 8 + length));
    const content = strictJson(text);
    if (isRecord(content) && text.startsWith("{")) return { length, content };
  } catch {
    // Said below: there is one reason for all of these.
  }
  throw new WeightsError(
    "The file’s header is not JSON that names each thing once: it is no file of weights.",
  );
}

interface Place {
  readonly name: string;
  readonly dtype: Precision;
  readonly shape: readonly number[];
  readonly from: number;
  readonly to: number;
}

function placeOf(name: string, entry: unknown, available: number): Place {
  const shown = `“${name.slice(0, 60)}”`;
  const { dtype, shape, data_offsets: offsets } = isRecord(entry) ? entry : {};
  if (dtype !== "F32" && dtype !== "F16")
    throw new WeightsError(`${shown} is not of single or half precision (F32 or F16).`);
  if (!isCounts(shape) || shape.length > MOST_DIMENSIONS)
    throw new WeightsError(`${shown} has no shape that an array can have.`);
  if (!isCounts(offsets) || offsets.length !== 2)
    throw new WeightsError(`${shown} has no place in the file.`);
  const [from, to] = offsets as [number, number];
  if (to > available)
    throw new WeightsError(`The file is cut off: ${shown} would lie beyond its end.`);
  if (from > to) throw new WeightsError(`${shown} ends before it begins.`);
  const wanted = shape.reduce((product, n) => product * n, 1) * SIZES[dtype]!;
  if (wanted !== to - from)
    throw new WeightsError(
      `${shown} has shape [${shape.join(", ")}], ${wanted} bytes, but ${to - from} bytes in the file.`,
    );
  return { name, dtype, shape, from, to };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isCounts = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((n) => Number.isSafeInteger(n) && n >= 0);

function numbersOf(bytes: Uint8Array<ArrayBuffer>, dtype: Precision): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const count = bytes.length / SIZES[dtype]!;
  if (dtype === "F32")
    return Float32Array.from({ length: count }, (_, i) => view.getFloat32(4 * i, true));
  return fromHalves(Uint16Array.from({ length: count }, (_, i) => view.getUint16(2 * i, true)));
}
