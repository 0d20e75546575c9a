/** What the built site is compressed with on its way, by a real server. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { preview, type PreviewServer } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { brotliPlugin } from "../../../scripts/vite/brotli-plugin.ts";

const TEXT = "A page of words, and of the same words again. ".repeat(200);
const dist = mkdtempSync(join(tmpdir(), "compressed-"));
let server: PreviewServer;

beforeAll(async () => {
  for (const file of ["index.html", "page.js", "digits.bin", "kernels.wasm"])
    writeFileSync(join(dist, file), TEXT);
  server = await preview({
    configFile: false,
    root: dist,
    appType: "mpa",
    logLevel: "warn",
    plugins: [brotliPlugin()],
    build: { outDir: dist },
    preview: { port: 0, host: "127.0.0.1" },
  });
});
afterAll(async () => {
  await server.close();
  rmSync(dist, { recursive: true });
});

async function ask(path: string, accepted: string) {
  const { port } = server.httpServer.address() as { port: number };
  const headers = { "accept-encoding": accepted };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request({ host: "127.0.0.1", port, path, headers }, resolve).on("error", reject).end();
  });
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  return { encoding: response.headers["content-encoding"], body: Buffer.concat(parts) };
}

test.each(["/", "/page.js"])(
  "%s is Brotli to who takes it, whatever else they take",
  async (path) => {
    const { encoding, body } = await ask(path, "gzip, deflate, br, zstd");
    expect(encoding).toBe("br");
    expect(body.length).toBeLessThan(TEXT.length / 10);
    expect(brotliDecompressSync(body).toString()).toBe(TEXT);
  },
);

test("others have gzip, or what is there", async () => {
  const { encoding, body } = await ask("/", "gzip");
  expect([encoding, gunzipSync(body).toString()]).toEqual(["gzip", TEXT]);
  expect((await ask("/", "identity")).body.toString()).toBe(TEXT);
});

test.each(["/digits.bin", "/kernels.wasm"])(
  "%s goes as it is: its length is known",
  async (path) => {
    const { encoding, body } = await ask(path, "gzip, br");
    expect([encoding, body.toString()]).toEqual([undefined, TEXT]);
  },
);
