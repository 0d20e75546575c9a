/** How the built site is served, by a real server: what a hostile or careless client sends. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { preview, type PreviewServer } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HEADERS } from "../../../scripts/site/csp.ts";
import { sitePlugin } from "../../../scripts/vite/site-plugin.ts";

const dist = mkdtempSync(join(tmpdir(), "served-"));
for (const file of ["index.html", "404.html", "wgan/index.html", "data/digits.bin"]) {
  mkdirSync(join(dist, file, ".."), { recursive: true });
  writeFileSync(join(dist, file), file);
}
afterAll(() => rmSync(dist, { recursive: true }));

describe.each(["/", "/notes/"])("at %s", (base) => {
  let server: PreviewServer;
  beforeAll(async () => {
    server = await preview({
      configFile: false,
      root: dist,
      base,
      appType: "mpa",
      logLevel: "warn",
      plugins: [sitePlugin()],
      build: { outDir: dist },
      preview: { port: 0, host: "127.0.0.1", headers: HEADERS },
    });
  });
  afterAll(() => server.close());

  /** The path goes over the wire as it stands: `fetch` would mend it. */
  const ask = (path: string, method = "GET"): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const { port } = server.httpServer.address() as { port: number };
      request({ host: "127.0.0.1", port, path, method }, (response) => {
        response.resume();
        resolve(response);
      })
        .on("error", reject)
        .end();
    });

  test.each(["POST", "PUT", "DELETE"])("%s is refused, and leads nowhere", async (method) => {
    for (const path of ["wgan", "wgan/", "nowhere"]) {
      const { statusCode, headers } = await ask(base + path, method);
      expect([statusCode, headers.allow, headers.location]).toEqual([405, "GET, HEAD", undefined]);
    }
  });
  test.each(["GET", "HEAD"])(
    "%s of a page without its slash leads to it, query and all",
    async (method) => {
      const { statusCode, headers } = await ask(`${base}wgan?ring.c=0.05`, method);
      expect([statusCode, headers.location]).toEqual([301, `${base}wgan/?ring.c=0.05`]);
      expect((await ask(`${base}wgan/`, method)).statusCode).toBe(200);
    },
  );
  test.each(["//wgan", "///wgan", "/\\wgan", "//example.org/..", "/wgan/../wgan", "//wgan//"])(
    "%s leads to no other place",
    async (path) => {
      const { headers } = await ask(`${base.slice(0, -1)}${path}`);
      expect(headers.location).toBeUndefined();
    },
  );
  test("every answer carries the headers, the missing page's too", async () => {
    for (const path of ["", "wgan", "wgan/", "data/digits.bin", "nowhere"]) {
      const { headers } = await ask(base + path);
      expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
      expect(headers["x-content-type-options"]).toBe("nosniff");
    }
    expect((await ask(`${base}nowhere`)).statusCode).toBe(404);
  });
});
