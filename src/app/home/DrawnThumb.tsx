import { use } from "react";
import type { Demo } from "../../contract/demo.ts";
import type { Hand } from "../../contract/view.ts";
import { stillOf } from "../demos.ts";

const NO_HAND: Hand<Demo> = { input: () => undefined, commit: () => undefined };

/** The first picture of a demo as its poster has it. Suspends until its code and its poster are here. */
export function DrawnThumb({ demo }: { readonly demo: string }) {
  const { views, snapshot } = use(stillOf(demo));
  return views.views[0]?.draw(snapshot, NO_HAND);
}
