/** A demo with its run, set up as the address says. */
import type { ReactNode } from "react";
import type { Demo } from "../contract/demo.ts";
import { readSetup, type Setup } from "../contract/url.ts";
import type { Views } from "../contract/view.ts";
import { lateRun, type LateClient } from "../engine/page/late-run.ts";
import type { Poster } from "../engine/page/poster.ts";
import type { Run } from "../engine/page/held-run.ts";
import type { Brought } from "../figure/Figure.tsx";
import { isKept } from "./kept-run.ts";

export interface DemoParts {
  readonly demo: Demo;
  readonly views: Views<Demo, ReactNode>;
  readonly posters: readonly Poster[];
  readonly version: string;
}

export interface OpenedDemo extends Omit<DemoParts, "posters"> {
  readonly run: Run;
  readonly brought?: Brought;
}

export async function openParts(
  { demo, views, posters, version }: DemoParts,
  client: LateClient,
): Promise<OpenedDemo> {
  const setup = readSetup(demo, import.meta.env.SSR ? "" : location.search);
  const [brought] = await Promise.all([
    broughtBy(demo, setup),
    demo.steps && import("../figure/PlayBar.tsx"),
  ]);
  // A run that a link carries is replayed at once.
  const run =
    setup.receipt && demo.steps
      ? (await client.fetched()).open(demo, setup, posters)
      : lateRun(demo, setup, posters, client);
  return { demo, views, version, brought, run };
}

async function broughtBy(demo: Demo, setup: Setup): Promise<Brought | undefined> {
  if (setup.receipt === undefined && !(demo.steps && isKept(demo.id))) return undefined;
  return import("./brought-run.ts").then((part) => part.broughtRun(demo, setup));
}
