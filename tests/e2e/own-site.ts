/** A copy of the built site on a server of its own, for tests that take the network away or publish another build. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { preview } from "vite";

export interface OwnSite {
  readonly origin: string;
  /** Rewrites a file of the site. */
  edit(file: string, change: (text: string) => string): void;
  /** From now on nothing answers. */
  goDown(): Promise<void>;
  remove(): Promise<void>;
}

export async function ownSite(): Promise<OwnSite> {
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  cpSync("dist", folder, { recursive: true });
  const server = await preview({
    logLevel: "warn",
    build: { outDir: folder },
    preview: { port: 0, host: "localhost" },
  });
  let up = true;
  const goDown = async (): Promise<void> => {
    if (!up) return;
    up = false;
    await server.close();
  };
  return {
    origin: server.resolvedUrls!.local[0]!.replace(/\/$/, ""),
    edit(file, change) {
      const path = join(folder, file);
      const before = readFileSync(path, "utf8");
      const after = change(before);
      if (after === before) throw new Error(`${file} was to be changed and was not.`);
      writeFileSync(path, after);
    },
    goDown,
    async remove() {
      await goDown();
      rmSync(folder, { recursive: true });
    },
  };
}
