/** The page's side of all demos: their parts, found by file name, and their runs. */
import type { ReactNode } from "react";
import type { Demo } from "../contract/demo.ts";
import type { Views } from "../contract/view.ts";
import type { Run } from "../engine/page/held-run.ts";
import { readPosters, type Poster, type PosterFile } from "../engine/page/poster.ts";
import { openParts, type DemoParts, type OpenedDemo } from "./opened-demo.ts";
import { seatsOf } from "./seats-of.ts";
import { client } from "./training-client.ts";

/** The parts of a paper's demos, by their paths in its folder: `./ring/demo.ts`. */
export interface PaperDemos {
  readonly demos: Found<() => Promise<{ demo: Demo }>>;
  readonly views: Found<() => Promise<{ views: Views<Demo, ReactNode> }>>;
  readonly posterUrls: Found<string>;
  /** In the prerender alone. */
  readonly posters: Found<() => Promise<{ default: PosterFile }>>;
  /** Demo id to ten hexadecimal digits that name the code its numbers come from. */
  readonly versions: Found<string>;
}
type Found<T> = Readonly<Record<string, T>>;

const papers = import.meta.glob<{ parts: PaperDemos }>("../papers/*/paper.ts", {
  query: "?demos",
});

export interface HeldDemo extends OpenedDemo {
  /** Keeps the run while one of its figures is on the page; returns the end of that. */
  hold(): () => void;
  /** The run for one figure more: each says for itself what it draws and whether it is seen. */
  seat(): Run;
}

const opened = new Map<string, Promise<HeldDemo>>();

/** The demo with a run set up as the address says; the same one until it leaves the page. */
export function openedDemo(id: string): Promise<HeldDemo> {
  const present = opened.get(id);
  if (present) return present;
  const opening = open(id);
  opened.set(id, opening);
  return opening;
}

/** What could not be fetched is asked for again. Not at once: whoever waits for it must be told first. */
export const forgetDemo = (id: string): boolean => opened.delete(id);

export async function partsOf(id: string): Promise<DemoParts> {
  const [paper, name] = id.split("/");
  const found = await papers[`../papers/${paper}/paper.ts`]?.();
  const [declaration, drawing, posters] = await Promise.all([
    found?.parts.demos[`./${name}/demo.ts`]?.(),
    found?.parts.views[`./${name}/views.tsx`]?.(),
    found && loadPosters(found.parts, `./${name}/poster.json`),
  ]);
  if (!found || !declaration || !drawing) throw new Error(`There is no demo “${id}”.`);
  return {
    demo: declaration.demo,
    views: drawing.views,
    posters: posters ?? [],
    version: found.parts.versions[id] ?? "",
  };
}

async function open(id: string): Promise<HeldDemo> {
  const own = await openParts(await partsOf(id), client);
  const opening = opened.get(id);
  let holders = 0;
  return {
    ...own,
    seat: seatsOf(own.run),
    hold() {
      // React may end and begin an effect once more for the same component: it must find the same run.
      if (opening) opened.set(id, opening);
      holders += 1;
      return () => {
        holders -= 1;
        if (holders > 0) return;
        opened.delete(id);
        own.run.close();
      };
    },
  };
}

/** None where the file cannot be had: a demo works without. */
async function loadPosters({ posters, posterUrls }: PaperDemos, path: string): Promise<Poster[]> {
  const module = posters[path];
  const url = posterUrls[path];
  try {
    if (module) return readPosters((await module()).default);
    const response = url === undefined ? null : await fetch(url);
    return response?.ok ? readPosters((await response.json()) as PosterFile) : [];
  } catch {
    return [];
  }
}
