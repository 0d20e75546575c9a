/** `npm run kernels`: compiles the kernels in src/math/kernels/assembly if the module is missing or older than they are. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, renameSync, statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { wordsAsked } from "./machine/asked-words.mjs";

const SOURCES = "src/math/kernels/assembly";
const ENTRY = `${SOURCES}/kernels.ts`;
const MODULE = "src/math/kernels/kernels.wasm";

/** The id of a module's section of static data. */
const DATA = 11;

export function buildKernels() {
  const files = readdirSync(SOURCES).map((name) => `${SOURCES}/${name}`);
  const changed = Math.max(
    ...[...files, "scripts/build-kernels.mjs"].map((file) => statSync(file).mtimeMs),
  );
  if (existsSync(MODULE) && statSync(MODULE).mtimeMs >= changed) return;
  const fresh = `${MODULE}.${process.pid}`;
  const options = ["-O3", "--enable", "simd", "--runtime", "stub", "--importMemory", "--noAssert"];
  const asc = "node_modules/assemblyscript/bin/asc.js";
  execFileSync(process.execPath, [asc, ENTRY, ...options, "-o", fresh], {
    stdio: "inherit",
  });
  if (sections(readFileSync(fresh)).includes(DATA)) {
    throw new Error(`${MODULE} has static data, which would overwrite the heap that it shares.`);
  }
  renameSync(fresh, MODULE);
}

/** Ids of the sections of a WebAssembly module, in order. */
function sections(bytes) {
  const ids = [];
  for (let at = 8; at < bytes.length;) {
    ids.push(bytes[at++]);
    let size = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      size |= (bytes[at] & 127) << shift;
      more = bytes[at++] > 127;
    }
    at += size;
  }
  return ids;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  wordsAsked("Usage: npm run kernels");
  buildKernels();
}
