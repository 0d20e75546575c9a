import { use } from "react";
import type { Demo } from "../../contract/demo.ts";
import type { Hand } from "../../contract/view.ts";
import { stillOf } from "../demos.ts";

const NO_HAND: Hand<Demo> = { input: () => undefined, commit: () => undefined };

/** The first picture of a demo as its poster has it; none where its files cannot be had. Suspends until they are here. */
export function DrawnThumb({ demo }: { readonly demo: string }) {
  const still = use(stillOf(demo));
  return still?.views.views[0]?.draw(still.snapshot, NO_HAND);
}
