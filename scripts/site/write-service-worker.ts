/** Builds the service worker with the lists of all files that a reader may need offline. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { build } from "vite";
import {
  IS_USED_FILE,
  SECTION_PATH,
  SERVICE_WORKER,
  USED_FILES,
} from "../../src/app/offline/names.ts";
import type { UsedFile } from "../../src/app/offline/used-files.ts";
import { HOME, sitePath } from "../../src/app/site-path.ts";
import { fileAt } from "./file-at.ts";

export interface KeptFile {
  readonly url: string;
  /** Changes with the content; null where the name does. */
  readonly revision: string | null;
}

/** Pictures for other sites, feeds, and what is for hosts. */
const NOT_KEPT = [
  /^\/\.vite\//,
  /^\/(cards|icons)\//,
  /^\/(size\.json|sw\.js|404\.html|feed\.xml|sitemap\.xml|robots\.txt|_headers|licences\.txt)$/,
];

/** Every file of the built site that a reader may need offline, pages by their address. */
const filesOf = (dist: string): { readonly path: string; readonly url: string }[] =>
  readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !NOT_KEPT.some((sort) => sort.test(`/${relative(dist, path)}`)))
    .map((path) => ({
      path,
      url: sitePath(`/${relative(dist, path).replace(/(^|\/)index\.html$/, "$1")}`),
    }))
    .filter(({ url }) => !SECTION_PATH.test(url))
    .sort((a, b) => (a.url < b.url ? -1 : 1));

/** Files that are kept from the first visit on. */
export const keptFiles = (dist: string): KeptFile[] =>
  filesOf(dist)
    .filter(({ url }) => !IS_USED_FILE.test(url))
    .map(({ path, url }) => ({
      url,
      revision: url.startsWith(sitePath("/assets/")) ? null : hashOf(path),
    }));

/** Files that are kept once used. */
export const usedFiles = (dist: string): UsedFile[] =>
  filesOf(dist)
    .filter(({ url }) => IS_USED_FILE.test(url))
    .map(({ path, url }) => ({ url, hash: hashOf(path), bytes: statSync(path).size }));

const hashOf = (path: string): string =>
  createHash("sha256").update(readFileSync(path)).digest("hex").slice(0, 16);

/** Call when all else is written. */
export async function writeServiceWorker(dist: string): Promise<void> {
  const used = usedFiles(dist);
  writeFileSync(fileAt(dist, USED_FILES), JSON.stringify(used));
  const files = keptFiles(dist);
  await build({
    configFile: false,
    base: HOME,
    logLevel: "warn",
    define: {
      PRECACHE: JSON.stringify(files),
      USED: JSON.stringify(used),
      // This runs inside a development server.
      "process.env.NODE_ENV": JSON.stringify("production"),
    },
    build: {
      target: "es2022",
      outDir: dist,
      emptyOutDir: false,
      copyPublicDir: false,
      modulePreload: false,
      rolldownOptions: {
        input: "src/app/offline/service-worker.ts",
        output: { entryFileNames: basename(SERVICE_WORKER), format: "iife" },
      },
    },
  });
  const kept = files.map(({ url }) => statSync(fileAt(dist, url)).size);
  console.log(
    `kept for reading offline: ${total(kept)}; once used: ${total(used.map(({ bytes }) => bytes))}`,
  );
}

const total = (sizes: readonly number[]): string =>
  `${sizes.length} files, ${(sizes.reduce((sum, size) => sum + size, 0) / 1e6).toFixed(2)} MB`;
