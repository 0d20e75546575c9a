/** Files from a real server. */
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { fetchFile, type Heard } from "../../../src/engine/worker/fetch-file.ts";

let close = (): void => {};
afterEach(() => close());

async function serve(answer: RequestListener): Promise<URL> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/data/table.bin`);
}

const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => i % 251);
const quiet: Heard = () => {};

test("a file arrives whole, and is said to do so", async () => {
  const address = await serve((_, response) => {
    response.writeHead(200, { "Content-Length": bytes.length });
    response.end(bytes);
  });
  const heard: [number, number][] = [];
  const file = await fetchFile(address, {
    again: false,
    heard: (loaded, total) => heard.push([loaded, total]),
  });
  expect(Buffer.compare(new Uint8Array(file), bytes)).toBe(0);
  expect(heard.at(-1)).toEqual([bytes.length, bytes.length]);
  expect(heard.map(([loaded]) => loaded)).toEqual(
    heard.map(([loaded]) => loaded).toSorted((a, b) => a - b),
  );
});

test("where the server does not say how much comes, the whole is unknown", async () => {
  const address = await serve((_, response) => {
    response.write(bytes.subarray(0, 1000));
    response.end(bytes.subarray(1000));
  });
  const totals = new Set<number>();
  const file = await fetchFile(address, {
    again: false,
    heard: (_, total) => totals.add(total),
  });
  expect([file.byteLength, ...totals]).toEqual([bytes.length, 0]);
});

test.each([
  ["there is none", "404", (_, response) => response.writeHead(404).end("none")],
  [
    "the connection breaks",
    "terminated",
    (_, response) => {
      response.writeHead(200, { "Content-Length": bytes.length });
      response.write(bytes.subarray(0, 1000), () => response.destroy());
    },
  ],
] satisfies [string, string, RequestListener][])(
  "where %s, that is an error",
  async (_, reason, answer) => {
    const address = await serve(answer);
    await expect(fetchFile(address, { again: false, heard: quiet })).rejects.toThrow(reason);
  },
);

test("where no more bytes come the wait ends; as long as they come it does not", async () => {
  const silent = await serve((_, response) => {
    response.writeHead(200, { "Content-Length": bytes.length });
    response.write(bytes.subarray(0, 1000));
  });
  await expect(fetchFile(silent, { again: false, heard: quiet }, 200)).rejects.toThrow(/abort/i);
  close();
  const slow = await serve(async (_, response) => {
    // Slow to answer at all, and then slow to go on: the answer is a sign of life too.
    await new Promise((resolve) => void setTimeout(resolve, 300));
    response.flushHeaders();
    await new Promise((resolve) => void setTimeout(resolve, 300));
    for (let i = 0; i < 6; i++) {
      response.write(bytes.subarray(0, 1000));
      await new Promise((resolve) => void setTimeout(resolve, 200));
    }
    response.end();
  });
  // Longer in all than the patience, and each wait so much shorter that a machine at work does not make it longer.
  const file = await fetchFile(slow, { again: false, heard: quiet }, 1000);
  expect(file.byteLength).toBe(6000);
});
