/** Files of two builds in the browser's own storage. */
import { afterEach, expect, test, vi } from "vitest";
import {
  addressOf,
  dropOthers,
  fromStorage,
  keep,
  missingOf,
  renew,
  type UsedFile,
} from "../../../src/app/offline/used-files.ts";

async function fileOf(url: string, text: string): Promise<UsedFile> {
  const digest = new Uint8Array(
    await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)),
  );
  const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { url, hash: hash.slice(0, 16), bytes: text.length };
}
const textOf = async (file: UsedFile): Promise<string | undefined> =>
  (await fromStorage(file))?.text();

/** The network: what lies at each address. */
const serve = (files: Readonly<Record<string, string>>) =>
  vi.spyOn(globalThis, "fetch").mockImplementation((address) => {
    const text = typeof address === "string" ? files[address] : undefined;
    return text === undefined
      ? Promise.reject(new TypeError("Failed to fetch"))
      : Promise.resolve(new Response(text));
  });

afterEach(async () => {
  vi.restoreAllMocks();
  await caches.delete("used-files");
});

test("a file is kept by its content; that of another build is not taken for it", async () => {
  const eyes = await fileOf("/data/eyes.bin", "eyes");
  expect(await missingOf([eyes])).toEqual([eyes]);
  expect(await keep(eyes, new Response("other eyes"))).toBe(false);
  expect(await keep(eyes, new Response("eyes", { status: 404 }))).toBe(false);
  expect(await textOf(eyes)).toBeUndefined();
  expect(await keep(eyes, new Response("eyes"))).toBe(true);
  expect(await textOf(eyes)).toBe("eyes");
  expect(await missingOf([eyes])).toEqual([]);
});

test("the next build's files come for those that are kept, and then replace them", async () => {
  const [eyes, hands, poster] = [
    await fileOf("/data/eyes.bin", "eyes"),
    await fileOf("/data/hands.bin", "hands"),
    await fileOf("/assets/poster-wgan-ring-AbCd-_12.json", "picture"),
  ];
  const next = {
    eyes: await fileOf("/data/eyes.bin", "new eyes"),
    hands: await fileOf("/data/hands.bin", "new hands"),
    poster: await fileOf("/assets/poster-wgan-ring-98765432.json", "new picture"),
    other: await fileOf("/assets/poster-wgan-lines-98765432.json", "another picture"),
  };
  await keep(eyes, new Response("eyes"));
  await keep(poster, new Response("picture"));
  serve({
    [addressOf(next.eyes)]: "new eyes",
    [addressOf(next.poster)]: "new picture",
    [addressOf(next.hands)]: "new hands",
    [addressOf(next.other)]: "another picture",
  });
  const files = Object.values(next);
  await renew(files);
  expect(await missingOf(files)).toEqual([next.hands, next.other]);
  // Until the new build is used the old one has what it had.
  expect(await textOf(eyes)).toBe("eyes");
  await dropOthers(files);
  expect(await missingOf([eyes, hands, poster])).toEqual([eyes, hands, poster]);
  expect(await textOf(next.eyes)).toBe("new eyes");
  expect(await textOf(next.poster)).toBe("new picture");
});

test("without a network nothing is renewed and nothing lost", async () => {
  const eyes = await fileOf("/data/eyes.bin", "eyes");
  await keep(eyes, new Response("eyes"));
  serve({});
  await renew([await fileOf("/data/eyes.bin", "new eyes")]);
  expect(await textOf(eyes)).toBe("eyes");
});
