/** A copy of the built site on a server of its own, for tests that take the network away or publish another build. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { preview, type PreviewServer } from "vite";

export interface OwnSite {
  readonly origin: string;
  /** Rewrites a file of the site. */
  edit(file: string, change: (text: string) => string, encoding?: BufferEncoding): void;
  /** From now on nothing answers. */
  goDown(): Promise<void>;
  /** Nothing answers until `resume`. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  remove(): Promise<void>;
}

/** Of `dist`, or of another build for the folder `base` of a host. */
export async function ownSite(dist = "dist", base = "/"): Promise<OwnSite> {
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  cpSync(dist, folder, { recursive: true });
  const serve = (port: number): Promise<PreviewServer> =>
    preview({
      base,
      logLevel: "warn",
      build: { outDir: folder },
      preview: { port, strictPort: true, host: "localhost" },
    });
  let server = await serve(0);
  const { origin } = new URL(server.resolvedUrls!.local[0]!);
  let up = true;
  const goDown = async (): Promise<void> => {
    if (!up) return;
    up = false;
    await server.close();
  };
  return {
    origin,
    edit(file, change, encoding = "utf8") {
      const path = join(folder, file);
      const before = readFileSync(path, encoding);
      const after = change(before);
      if (after === before) throw new Error(`${file} was to be changed and was not.`);
      writeFileSync(path, after, encoding);
    },
    goDown,
    pause: goDown,
    async resume() {
      server = await serve(Number(new URL(origin).port));
      up = true;
    },
    async remove() {
      await goDown();
      rmSync(folder, { recursive: true });
    },
  };
}
