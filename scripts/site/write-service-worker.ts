/** Builds the service worker with the list of all files that a reader may need offline. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { build } from "vite";
import { SECTION_PATH, SERVICE_WORKER } from "../../src/app/offline/names.ts";

export interface KeptFile {
  readonly url: string;
  /** Changes with the content; null where the name does. */
  readonly revision: string | null;
}

/** Pictures for other sites, feeds, and threads, which this site never asks for (see backend.ts). */
const NOT_KEPT = [
  /^\/\.vite\//,
  /^\/(cards|icons)\//,
  /^\/(size\.json|sw\.js|404\.html|feed\.xml|sitemap\.xml|robots\.txt)$/,
  /threaded-simd/,
];

/** Every file of the built site that is kept, pages by their address. */
export function keptFiles(dist: string): KeptFile[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, url: `/${relative(dist, path).replace(/(^|\/)index\.html$/, "$1")}` }))
    .filter(({ url }) => !SECTION_PATH.test(url) && !NOT_KEPT.some((sort) => sort.test(url)))
    .map(({ path, url }) => ({ url, revision: url.startsWith("/assets/") ? null : hashOf(path) }))
    .sort((a, b) => (a.url < b.url ? -1 : 1));
}

const hashOf = (path: string): string =>
  createHash("sha256").update(readFileSync(path)).digest("hex").slice(0, 16);

/** Call when all else is written. */
export async function writeServiceWorker(dist: string): Promise<void> {
  const files = keptFiles(dist);
  await build({
    configFile: false,
    logLevel: "warn",
    define: {
      PRECACHE: JSON.stringify(files),
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
        output: { entryFileNames: SERVICE_WORKER.slice(1), format: "iife" },
      },
    },
  });
  const bytes = files
    .map(({ url }) => statSync(join(dist, url.endsWith("/") ? `${url}index.html` : url)).size)
    .reduce((sum, size) => sum + size, 0);
  console.log(`kept for reading offline: ${files.length} files, ${(bytes / 1e6).toFixed(2)} MB`);
}
