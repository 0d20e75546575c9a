import type { NDArray } from "./array.ts";
import { arrayParam, type Layout, type Many } from "./array-param.ts";
import type { Levels, Param } from "./params.ts";

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
