import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, expect, test, vi } from "vitest";
import { publicFile } from "../../scripts/checkout/public-file.ts";
import { checkedContent, checksum } from "../../src/data/checked-content.ts";
import { DIGITS_PIN } from "../../src/data/mnist.ts";

afterEach(() => vi.unstubAllGlobals());

const file = await publicFile("data/digits.bin");
const content = gunzipSync(new Uint8Array(file));
const copy = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

function edited(at: number): Uint8Array {
  const other = Uint8Array.from(content);
  other[at]! ^= 1;
  return other;
}

test("a file is taken as it is made, and as a server hands it on that unpacks it", async () => {
  expect(Buffer.compare(await checkedContent(file, DIGITS_PIN), content)).toBe(0);
  expect(Buffer.compare(await checkedContent(copy(content), DIGITS_PIN), content)).toBe(0);
});

const wrong: [string, ArrayBuffer, RegExp][] = [
  ["cut off", file.slice(0, -100), /cut off or damaged/],
  ["cut off behind its first bytes", file.slice(0, 3), /cut off or damaged/],
  ["empty", new ArrayBuffer(0), /cut off or of another version \(it holds 0 bytes, not 39,304\)/],
  ["a page that says that there is none", copy(Buffer.from("<!doctype html>")), /another version/],
  ["another version, packed well", copy(gzipSync(edited(39_000))), /its hash is wrong/],
  ["one wrong bit", copy(edited(5)), /its hash is wrong/],
  ["one wrong bit at the end", copy(edited(content.length - 1)), /its hash is wrong/],
];
test.each(wrong)("refused: %s", async (_, bytes, sentence) => {
  await expect(checkedContent(bytes, DIGITS_PIN)).rejects.toThrow(sentence);
});

test.each(wrong)("refused where the browser gives no digests: %s", async (_, bytes, sentence) => {
  vi.stubGlobal("crypto", {});
  await expect(checkedContent(bytes, DIGITS_PIN)).rejects.toThrow(sentence);
  expect(Buffer.compare(await checkedContent(file, DIGITS_PIN), content)).toBe(0);
});

test("the checksum is FNV-1a", () => {
  // From its authors' list of test vectors.
  expect(checksum(new TextEncoder().encode(""))).toBe(0x811c9dc5);
  expect(checksum(new TextEncoder().encode("foobar"))).toBe(0xbf9cf968);
});
