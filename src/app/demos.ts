/** The page's side of all demos: their parts, found by file name, and their runs. */
import type { ReactNode } from "react";
import type { Demo } from "../contract/demo.ts";
import { toWire } from "../contract/params.ts";
import { readSetup, type Setup } from "../contract/url.ts";
import type { Views } from "../contract/view.ts";
import { readPosters, type Poster, type PosterFile } from "../engine/page/poster.ts";
import type { Run } from "../engine/page/run.ts";
import type { Brought } from "../figure/Figure.tsx";
import { codeVersions } from "virtual:code-versions";
import { client } from "./training-client.ts";

const demos = import.meta.glob<{ demo: Demo }>("../papers/*/*/demo.ts");
const views = import.meta.glob<{ views: Views<Demo, ReactNode> }>("../papers/*/*/views.tsx");
// Fetched as data by readers, so that they are no code; read as modules by the prerender, which has no server to fetch from.
const posterUrls = import.meta.glob<string>("../papers/*/*/poster.json", {
  query: "?url",
  import: "default",
  eager: true,
});
const posterModules = import.meta.env.SSR
  ? import.meta.glob<{ default: PosterFile }>("../papers/*/*/poster.json")
  : {};

export interface OpenedDemo {
  readonly demo: Demo;
  readonly views: Views<Demo, ReactNode>;
  readonly run: Run;
  readonly version: string;
  readonly brought?: Brought;
  /** Keeps the run while it is on the page; returns its end. */
  hold(): () => void;
}

const opened = new Map<string, Promise<OpenedDemo>>();

/** The demo with a run set up as the address says; the same one until it leaves the page. */
export function openedDemo(id: string): Promise<OpenedDemo> {
  const present = opened.get(id);
  if (present) return present;
  const opening = open(id);
  opened.set(id, opening);
  return opening;
}

async function open(id: string): Promise<OpenedDemo> {
  const folder = `../papers/${id}`;
  const [declaration, drawing, posters] = await Promise.all([
    demos[`${folder}/demo.ts`]?.(),
    views[`${folder}/views.tsx`]?.(),
    loadPosters(`${folder}/poster.json`),
  ]);
  if (!declaration || !drawing) throw new Error(`There is no demo “${id}”.`);
  const { demo } = declaration;
  const address = import.meta.env.SSR ? "" : location.search;
  const setup = readSetup(demo, address);
  const brought = await broughtBy(demo, setup);
  const run = client().open(demo, setup, posters);
  const opening = opened.get(id);
  return {
    demo,
    views: drawing.views,
    run,
    version: codeVersions[id] ?? "",
    brought,
    hold() {
      // React may end and begin an effect once more for the same component: it must find the same run.
      if (opening) opened.set(id, opening);
      return () => {
        opened.delete(id);
        run.close();
      };
    },
  };
}

async function broughtBy(demo: Demo, setup: Setup): Promise<Brought | undefined> {
  if (setup.receipt === undefined || !demo.steps) return undefined;
  const { readReceipt } = await import("../receipts/receipt.ts");
  const start = { seed: setup.seed, params: toWire(demo.params, setup.values) };
  return { start, record: readReceipt(demo, start, setup.receipt) };
}

/** None where the file cannot be had: a demo works without. */
async function loadPosters(path: string): Promise<Poster[]> {
  const module = posterModules[path];
  const url = posterUrls[path];
  try {
    if (module) return readPosters((await module()).default);
    const response = url === undefined ? null : await fetch(url);
    return response?.ok ? readPosters((await response.json()) as PosterFile) : [];
  } catch {
    return [];
  }
}
