import type { NDArray } from "./array.ts";
import { arrayParam, type Layout, type Many } from "./array-param.ts";
import type { Bounds, Param } from "./params.ts";

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
