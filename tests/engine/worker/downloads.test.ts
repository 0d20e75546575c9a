import { expect, test, vi } from "vitest";
import { createDownloads } from "../../../src/engine/worker/downloads.ts";
import type { Heard } from "../../../src/engine/worker/fetch-file.ts";

const MB = 1e6;

/** Downloads that go as far as a test tells them. */
function told() {
  const hears = new Map<string, Heard>();
  const ends = new Map<string, (file: ArrayBuffer) => void>();
  const downloads = createDownloads((path, { heard }) => {
    hears.set(path, heard);
    return new Promise((resolve) => ends.set(path, resolve));
  });
  return { downloads, hears, ends };
}

test("several files are said together, and only those that somebody waits for", async () => {
  const { downloads, hears, ends } = told();
  const said: [number, number][] = [];
  const stop = downloads.watch(["a", "b"], (...progress) => said.push(progress));
  const files = ["a", "b", "c"].map((path) => downloads.fetch(path, false));
  hears.get("a")!(1 * MB, 2 * MB);
  hears.get("c")!(5 * MB, 9 * MB);
  hears.get("b")!(3 * MB, 4 * MB);
  expect(said).toEqual([
    [1 * MB, 2 * MB],
    [4 * MB, 6 * MB],
  ]);
  // A whole of which a part is unknown is unknown.
  hears.get("b")!(3 * MB, 0);
  expect(said.at(-1)).toEqual([4 * MB, 0]);
  ends.get("a")!(new ArrayBuffer(1));
  await files[0];
  hears.get("b")!(4 * MB, 4 * MB);
  // What has come still counts: what is said never falls.
  expect(said.at(-1)).toEqual([5 * MB, 6 * MB]);
  stop();
  hears.get("b")!(4 * MB, 4 * MB);
  expect(said).toHaveLength(4);
});

test("what fails is no longer under way", async () => {
  let tell: Heard = () => {};
  const downloads = createDownloads(async (path, { heard }) => {
    heard(MB, 2 * MB);
    tell = heard;
    if (path === "a") throw new Error("404");
    return new ArrayBuffer(1);
  });
  await expect(downloads.fetch("a", false)).rejects.toThrow("404");
  const said: [number, number][] = [];
  downloads.watch(["a", "b"], (...progress) => said.push(progress));
  const file = downloads.fetch("b", true);
  expect(said).toEqual([[MB, 2 * MB]]);
  tell(2 * MB, 2 * MB);
  await file;
  expect(said.at(-1)).toEqual([2 * MB, 2 * MB]);
});

test("a small file is said once it is long on its way, before its first byte too", async () => {
  vi.useFakeTimers();
  try {
    const { downloads, hears, ends } = told();
    const said: [number, number][] = [];
    downloads.watch(["a"], (...progress) => said.push(progress));
    const file = downloads.fetch("a", false);
    vi.advanceTimersByTime(200);
    expect(said).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(said).toEqual([[0, 0]]);
    hears.get("a")!(10, 50);
    expect(said.at(-1)).toEqual([10, 50]);
    ends.get("a")!(new ArrayBuffer(1));
    await file;
    // Nobody waits for what is here.
    const later = said.length;
    downloads.watch(["a"], (...progress) => said.push(progress));
    vi.advanceTimersByTime(1000);
    expect(said).toHaveLength(later);
  } finally {
    vi.useRealTimers();
  }
});
