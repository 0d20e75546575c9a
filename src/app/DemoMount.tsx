import { use, useCallback, useEffect, useLayoutEffect, useMemo, useState } from "react";
import type { FigurePlace } from "../contract/figure-place.ts";
import type { Run } from "../engine/page/held-run.ts";
import { CodeDisclosure } from "./code/CodeDisclosure.tsx";
import { servedCharts } from "../figure/served-charts.ts";
import { Fence } from "../ui/Fence.tsx";
import { latePart } from "../ui/late-part.tsx";
import { forgetDemo, openedDemo, partsOf } from "./demos.ts";
import { OpenedFigure } from "./OpenedFigure.tsx";
import { warm } from "./training-client.ts";
import { useWarmed } from "./use-warmed.ts";

// Few figures deal from drawings. Where it is still on its way the whole figure waits, so that nothing moves.
const DealingDisclosure = latePart("What deals real drawings", () =>
  import("./real-drawings/DealingDisclosure.tsx").then((part) => part.DealingDisclosure),
);

// For who draws a demo without running it.
export { idleSnapshot } from "../engine/page/idle-snapshot.ts";
export { openedDemo, partsOf };

export interface DemoMountProps {
  readonly inNote: FigurePlace;
  /** The element that it is drawn into; none on the server. */
  readonly place?: Element;
  /** Given the run once the figure is drawn; what it returns is called when the figure leaves. */
  readonly onRun?: ((run: Run) => () => void) | undefined;
  /** Called when the figure stands in the document, before it is painted. */
  readonly onDrawn?: () => void;
}

/** One demo of a note. Suspends until its code and its precomputed pictures are here. */
export function DemoMount(props: DemoMountProps) {
  const { demo } = props.inNote;
  const forget = useCallback(() => forgetDemo(demo), [demo]);
  return (
    <Fence what="This figure" forget={forget}>
      <Mounted {...props} />
    </Fence>
  );
}

function Mounted({ inNote, place, onRun, onDrawn }: DemoMountProps) {
  const { demo: id, form } = inNote;
  // Beside the demo's own files, not after them.
  if (form === "full" && !servedCharts(inNote.id))
    import("../figure/Charts.tsx").catch(() => undefined);
  const held = use(openedDemo(id));
  const [run] = useState(() => held.seat());
  const opened = useMemo(() => ({ ...held, run }), [held, run]);
  // What no bar begins is computed at once for a link that asks for another picture than the one that was built.
  const [asked] = useState(() => !held.demo.steps && run.snapshot().stale);
  useWarmed(
    place,
    useCallback(() => (asked ? run.play() : warm(id)), [asked, id, run]),
    form === "hero" && !asked ? "hand" : "near",
  );
  useLayoutEffect(() => onDrawn?.(), [onDrawn]);
  useEffect(() => held.hold(), [held]);
  useEffect(() => onRun?.(run), [onRun, run]);
  const still = import.meta.env.SSR;
  const foot = form !== "hero" && (
    <>
      <CodeDisclosure demo={id} still={still} />
      {held.demo.deals && <DealingDisclosure demo={held.demo} place={place} still={still} />}
    </>
  );
  return <OpenedFigure opened={opened} inNote={inNote} still={still} foot={foot} />;
}
