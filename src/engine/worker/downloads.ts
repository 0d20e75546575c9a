/** What is on its way from the server, for whoever waits for it. */
import type { FetchHow, Heard } from "./fetch-file.ts";

/** Smaller files are here before anybody has read that they are coming, bytes. */
const WORTH_SAYING = 200_000;
/** Unless they are so long on their way, ms. */
const LATE_MS = 300;

export interface Downloads {
  fetch(path: string, again: boolean): Promise<ArrayBuffer>;
  /** Says from now on how far these files are, together, as often as that changes. Returns what ends it. */
  watch(paths: readonly string[], heard: Heard): () => void;
}

export function createDownloads(
  fetchFile: (path: string, how: FetchHow) => Promise<ArrayBuffer>,
): Downloads {
  const asked = new Set<string>();
  const underWay = new Map<string, { readonly loaded: number; readonly total: number }>();
  const watchers = new Set<(path: string) => void>();

  return {
    async fetch(path, again) {
      const heard: Heard = (loaded, total) => {
        underWay.set(path, { loaded, total });
        for (const tell of watchers) tell(path);
      };
      asked.add(path);
      try {
        return await fetchFile(path, { heard, again });
      } finally {
        asked.delete(path);
        underWay.delete(path);
      }
    },
    watch(paths, heard) {
      // What has come still counts while others are on their way: the sum only grows.
      const known = new Map(underWay);
      let late = false;
      const say = (): void => {
        const files = paths.flatMap((path) => known.get(path) ?? []);
        const loaded = files.reduce((sum, file) => sum + file.loaded, 0);
        const total = files.every((file) => file.total > 0)
          ? files.reduce((sum, file) => sum + file.total, 0)
          : 0;
        if (late || Math.max(loaded, total) >= WORTH_SAYING) heard(loaded, total);
      };
      const tell = (changed: string): void => {
        if (!paths.includes(changed)) return;
        known.set(changed, underWay.get(changed)!);
        say();
      };
      const timer = setTimeout(() => {
        late = true;
        if (paths.some((path) => asked.has(path))) say();
      }, LATE_MS);
      watchers.add(tell);
      return () => {
        clearTimeout(timer);
        watchers.delete(tell);
      };
    },
  };
}
