/** A number that may change while recorded steps go on using it. */
import { addressOf, bytes } from "./kernels/heap.ts";
import { kernelsInUse } from "./kernels/in-use.ts";
import { retain } from "./memory.ts";
import { scalar, type Tensor } from "./tensor.ts";

export interface Cell {
  /** Its value now, a scalar. Where our kernels compute it keeps its address, which is all that a recorded step knows of it. */
  readonly tensor: Tensor;
  set(value: number): void;
  free(): void;
}

export function createCell(first: number): Cell {
  let tensor = retain(scalar(first));
  return {
    get tensor() {
      return tensor;
    },
    set(value) {
      if (kernelsInUse()) {
        new Float32Array(bytes().buffer, addressOf(tensor), 1)[0] = value;
        return;
      }
      tensor.dispose();
      tensor = retain(scalar(value));
    },
    free: () => tensor.dispose(),
  };
}
