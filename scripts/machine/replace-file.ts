import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** The file is the old one or the new one at every moment. Throws the system's error where it cannot be the new one. */
export function replaceFile(path: string, content: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const fresh = `${path}.${process.pid}`;
  try {
    writeFileSync(fresh, content);
    renameSync(fresh, path);
  } catch (error) {
    // Half a file would only take the room that was lacking.
    rmSync(fresh, { force: true });
    throw error;
  }
}
