/** Where the weights go at the end of a training. */
import { reasonOf } from "../machine/reason.mjs";
import { replaceFile } from "../machine/replace-file.ts";

/**
 * Writes the file to `out`, or, where the machine does not let that happen, to `spare`: hours are behind it. Returns null, or a
 * sentence with the reason and where the file is. Throws the system's error where it can be written to neither.
 */
export function putWeights(out: string, spare: string, file: Uint8Array): string | null {
  try {
    replaceFile(out, file);
    return null;
  } catch (error) {
    const reason = reasonOf(error);
    if (!reason) throw error;
    replaceFile(spare, file);
    return `${reason.sentence} The weights are in ${spare}.`;
  }
}
