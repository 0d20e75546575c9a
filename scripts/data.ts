/**
 * `npm run data -- [FILE ...]`: makes the site's data files anew of the packages that they come from, all or those named. Needs the
 * network the first time, and Debian's apt-get for Fashion-MNIST. A file whose content is the same stays as it is: another zlib
 * may pack it in other bytes. Writes NOTICE-data.md beside them. Ends with code 1 where a source cannot be had or the content is not what the site's readers take.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { checksum } from "../src/data/checked-content.ts";
import { notice } from "./data/notice.ts";
import { SourceError } from "./data/fetch-source.ts";
import { mustBeKnown, namesOf } from "./machine/usage.ts";
import { DATA_FILES, type DataFile } from "./data/data-files.ts";

const FOLDER = "public/data";
/** Place of the byte of a gzip file that names the system it was made on, and the value for "unknown" (RFC 1952). */
const [SYSTEM, UNKNOWN] = [9, 255];

export const USAGE = `Usage: npm run data -- [FILE …]

  FILE   a data file by its name in public/data (default: all)`;

export async function main(args: string[]): Promise<void> {
  const names = namesOf(args);
  mustBeKnown(
    "data file",
    names,
    DATA_FILES.map((file) => file.name),
  );
  mkdirSync(FOLDER, { recursive: true });
  for (const file of DATA_FILES) {
    if (names.length > 0 && !names.includes(file.name)) continue;
    try {
      if (!(await build(file))) process.exitCode = 1;
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      console.error(`${file.name} cannot be made: ${error.message}`);
      process.exitCode = 1;
    }
  }
  writeFileSync(`${FOLDER}/NOTICE-data.md`, notice());
}

/** Whether the readers take what was made. */
async function build({ name, pin, make }: DataFile): Promise<boolean> {
  const path = `${FOLDER}/${name}`;
  const content = await make();
  if (holds(path, content)) {
    console.log(`${path}: the same content as before: left as it was`);
  } else {
    const packed = gzipSync(content, { level: 9, memLevel: 9 });
    packed[SYSTEM] = UNKNOWN;
    writeFileSync(path, packed);
    console.log(`${path}: ${packed.length} bytes, ${content.length} unpacked`);
  }
  const sha256 = createHash("sha256").update(content).digest("hex");
  if (sha256 === pin.sha256) return true;
  const found = { bytes: content.length, sha256, checksum: checksum(content) };
  console.error(
    `The reader in src/data does not take it. Its pin would be ${JSON.stringify(found)}`,
  );
  return false;
}

function holds(path: string, content: Uint8Array): boolean {
  try {
    return Buffer.compare(gunzipSync(readFileSync(path)), content) === 0;
  } catch {
    return false;
  }
}
