/** Parameters that are arrays: what a reader draws, and sets of points. In links they are bytes in base64. */
import type { NDArray } from "./array.ts";
import { fromText, toText } from "./base64.ts";
import type { Bounds, Described, Levels, Param } from "./params.ts";

/** How many rows a value may have, and how many bytes one takes in a link. */
interface Layout {
  readonly least: number;
  readonly most: number;
  readonly rowBytes: number;
  /** What a row is, in the plural: "drawings". */
  readonly rows: string;
  decode(bytes: Uint8Array<ArrayBuffer>, n: number): NDArray;
  encode(value: NDArray): Uint8Array;
}

interface Many extends Described {
  /** Default 1. */
  readonly least?: number;
  readonly most: number;
  /** As links write it; without one, as few rows as may be, all of zeros. */
  readonly fallback?: string;
}

/** Grey pictures: [n, height, width], 0 paper to 1 ink. A picture of 28 x 28 in two levels is 131 characters of a link. */
export function drawings(
  spec: Many & {
    readonly levels: Levels;
  } & ({ readonly side: number } | { readonly height: number; readonly width: number }),
): Param<NDArray> {
  const { least = 1, most, levels } = spec;
  const [height, width] = "side" in spec ? [spec.side, spec.side] : [spec.height, spec.width];
  const size = height * width;
  const bits = Math.log2(levels);
  const rowBytes = Math.ceil((size * bits) / 8);
  /** Place of a picture's pixel: its byte and how far it stands from that byte's end. */
  const place = (n: number, i: number): { byte: number; shift: number } => ({
    byte: n * rowBytes + Math.floor((i * bits) / 8),
    shift: 8 - bits - ((i * bits) % 8),
  });
  const layout: Layout = {
    least,
    most,
    rowBytes,
    rows: "drawings",
    decode(bytes, n) {
      const data = new Float32Array(n * size);
      for (let k = 0; k < data.length; k++) {
        const { byte, shift } = place(Math.floor(k / size), k % size);
        data[k] = ((bytes[byte]! >> shift) & (levels - 1)) / (levels - 1);
      }
      return { shape: [n, height, width], data };
    },
    encode({ shape, data }) {
      const bytes = new Uint8Array(shape[0]! * rowBytes);
      for (let k = 0; k < data.length; k++) {
        const { byte, shift } = place(Math.floor(k / size), k % size);
        const level = Math.min(levels - 1, Math.max(0, Math.round(data[k]! * (levels - 1)))) || 0;
        bytes[byte]! |= level << shift;
      }
      return bytes;
    },
  };
  return arrayParam(spec, layout, { kind: "drawings", least, most, height, width, levels });
}

const MOST_STEPS = 0xffff;

/** Points in a box, in steps of 1/65,535 of it: [n, axes]. */
export function points(spec: Many & { readonly box: readonly Bounds[] }): Param<NDArray> {
  const { least = 1, most, box } = spec;
  const axes = box.length;
  const layout: Layout = {
    least,
    most,
    rowBytes: 2 * axes,
    rows: "points",
    decode(bytes, n) {
      const view = new DataView(bytes.buffer);
      const data = Float32Array.from({ length: n * axes }, (_, k) => {
        const [low, high] = box[k % axes]!;
        return low + (view.getUint16(2 * k, true) / MOST_STEPS) * (high - low);
      });
      return { shape: [n, axes], data };
    },
    encode({ data }) {
      const view = new DataView(new ArrayBuffer(2 * data.length));
      for (const [k, x] of data.entries()) {
        const [low, high] = box[k % axes]!;
        const share = Math.min(1, Math.max(0, (x - low) / (high - low))) || 0;
        view.setUint16(2 * k, Math.round(share * MOST_STEPS), true);
      }
      return new Uint8Array(view.buffer);
    },
  };
  return arrayParam(spec, layout, { kind: "points", least, most, box });
}

/** Throws where the declared default is none of its own values. */
function arrayParam(
  spec: Many,
  layout: Layout,
  control: Param<NDArray>["control"],
): Param<NDArray> {
  const { label, symbol, help, unit, effect, inView } = spec;
  const { least, most, rowBytes, rows } = layout;
  const read = (text: string): NDArray | null => {
    try {
      const bytes = fromText(text);
      const n = bytes.length / rowBytes;
      return Number.isInteger(n) && n >= least && n <= most ? layout.decode(bytes, n) : null;
    } catch {
      return null;
    }
  };
  const fallback = read(spec.fallback ?? toText(new Uint8Array(least * rowBytes)));
  if (!fallback) throw new Error(`The default of “${label}” is none of its values.`);
  return {
    label,
    symbol,
    help,
    unit,
    effect,
    inView,
    fallback,
    control,
    parse(text) {
      const value = read(text);
      if (value) return { value };
      const problem = `${label}: the link’s text is not ${least} to ${most} ${rows} as this site writes them, so it is what the demo begins with.`;
      return { value: fallback, problem };
    },
    format: (value) => toText(layout.encode(value)),
  };
}
