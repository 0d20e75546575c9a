/**
 * Data, weights and posters in the browser's storage. Each lies there under its address and its content's hash, so that the files
 * of two builds don't mix: a page and its service worker use one, the worker that waits may have fetched the other.
 */

import { HOME } from "../site-path.ts";

export interface UsedFile {
  readonly url: string;
  /** The first 16 hexadecimal digits of its content's SHA-256. */
  readonly hash: string;
  readonly bytes: number;
}

/** Of this site alone: others may stand in other folders of its host. */
const CACHE = `used-files${HOME.slice(0, -1)}`;

/** Where the file is kept, and fetched from for that; servers of files look at the path alone. */
export const addressOf = ({ url, hash }: UsedFile): string => `${url}?v=${hash}`;

/** The file's name from build to build: its address without a hash that the build gave it. */
const nameOf = (url: string): string =>
  new URL(url, location.origin).pathname.replace(/(\/assets\/.*)-[\w-]{8}(\.\w+)$/, "$1$2");

export const fromStorage = async (file: UsedFile): Promise<Response | undefined> =>
  (await caches.open(CACHE)).match(addressOf(file));

/** Those that are not in storage. */
export async function missingOf(files: readonly UsedFile[]): Promise<UsedFile[]> {
  const there = await Promise.all(files.map(fromStorage));
  return files.filter((_, i) => !there[i]);
}

/** Keeps what was fetched for the file, unless it is that of another build: then false. Throws where storage is full. */
export async function keep(file: UsedFile, response: Response): Promise<boolean> {
  const bytes = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (!response.ok || !hash.startsWith(file.hash)) return false;
  const headers = { "Content-Type": response.headers.get("Content-Type") ?? "" };
  await (await caches.open(CACHE)).put(addressOf(file), new Response(bytes, { headers }));
  return true;
}

/** Fetches those that are kept as they were in an earlier build. What cannot be had now will be when it is used. */
export async function renew(files: readonly UsedFile[]): Promise<void> {
  const keys = await (await caches.open(CACHE)).keys();
  const kept = new Set(keys.map(({ url }) => nameOf(url)));
  for (const file of await missingOf(files.filter(({ url }) => kept.has(nameOf(url))))) {
    try {
      await keep(file, await fetch(addressOf(file)));
    } catch {
      return;
    }
  }
}

/** Drops what is not one of these. */
export async function dropOthers(files: readonly UsedFile[]): Promise<void> {
  const wanted = new Set(files.map((file) => new URL(addressOf(file), location.origin).href));
  const cache = await caches.open(CACHE);
  const keys = await cache.keys();
  await Promise.all(keys.filter(({ url }) => !wanted.has(url)).map((key) => cache.delete(key)));
}
