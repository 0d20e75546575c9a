/** Whether a file that a reader brought is one of a demo's own. */
import type { Demo } from "../contract/demo.ts";
import type { WeightsFile } from "../contract/weights.ts";

/** Compares every byte, the card's too; false where the demo's own files cannot be had. */
export async function isShipped(
  { weights = [] }: Demo,
  { bytes }: Pick<WeightsFile, "bytes">,
): Promise<boolean> {
  const own = await Promise.all(
    weights.map(({ file }) =>
      fetch(`${import.meta.env.BASE_URL}${file}`).then(
        (response) => (response.ok ? response.arrayBuffer() : null),
        () => null,
      ),
    ),
  );
  return own.some((each) => each !== null && sameBytes(each, bytes));
}

function sameBytes(a: ArrayBuffer, b: ArrayBuffer): boolean {
  const [left, right] = [new Uint8Array(a), new Uint8Array(b)];
  return left.length === right.length && left.every((byte, i) => byte === right[i]);
}
