import { use, useCallback } from "react";
import type { Demo } from "../../contract/demo.ts";
import type { Hand } from "../../contract/view.ts";
import { Fence } from "../../ui/Fence.tsx";
import { Small } from "../../ui/small.ts";
import { SiteMark } from "../shell/SiteMark.tsx";
import { forgetStill, stillOf } from "./stills.ts";

const NO_HAND: Hand<Demo> = { input: () => undefined, commit: () => undefined };

/** The first picture of a demo as its poster has it; where its files cannot be had, the site's mark. Suspends until they are here. */
export function DrawnThumb({ demo }: { readonly demo: string }) {
  const forget = useCallback(() => forgetStill(demo), [demo]);
  return (
    <Fence what="The picture" instead={<SiteMark />} forget={forget}>
      <Small value>
        <FirstPicture demo={demo} />
      </Small>
    </Fence>
  );
}

function FirstPicture({ demo }: { readonly demo: string }) {
  const { views, snapshot } = use(stillOf(demo));
  return views.views[0]?.draw(snapshot, NO_HAND);
}
