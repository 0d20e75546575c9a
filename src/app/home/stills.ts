/** Demos as they are before any run, whatever the address says. */
import type { ReactNode } from "react";
import type { Demo } from "../../contract/demo.ts";
import { readSetup } from "../../contract/url.ts";
import type { Snapshot, Views } from "../../contract/view.ts";

export interface Still {
  readonly views: Views<Demo, ReactNode>;
  readonly snapshot: Snapshot;
}

const stills = new Map<string, Promise<Still>>();

/** The same one until it is forgotten. */
export function stillOf(id: string): Promise<Still> {
  const present = stills.get(id);
  if (present) return present;
  const coming = drawn(id);
  stills.set(id, coming);
  return coming;
}

/** What could not be fetched is asked for again. */
export const forgetStill = (id: string): boolean => stills.delete(id);

// The figures' machinery has one way into it: with two, the build would cut it into many small files.
async function drawn(id: string): Promise<Still> {
  const { partsOf, idleSnapshot } = await import("../DemoMount.tsx");
  const { demo, views, posters } = await partsOf(id);
  return { views, snapshot: idleSnapshot(demo, readSetup(demo, ""), posters) };
}
