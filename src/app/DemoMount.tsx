import { use, useCallback, useEffect, useRef } from "react";
import { slugOf } from "../contract/demo.ts";
import { writeSetup, type Shared } from "../contract/url.ts";
import { Figure } from "../figure/Figure.tsx";
import { CodeDisclosure } from "./code/CodeDisclosure.tsx";
import { openedDemo, type OpenedDemo } from "./demos.ts";
import { useWarmed } from "./use-warmed.ts";

/** How long settings rest before they go into the address: Safari allows 100 changes in 30 s. */
const SETTLE_MS = 300;

export interface DemoMountProps {
  readonly id: string;
  /** The element that it is drawn into; none on the server. */
  readonly place?: Element;
}

/** One demo of a note. Suspends until its code and its precomputed pictures are here; then the address follows its settings. */
export function DemoMount({ id, place }: DemoMountProps) {
  const opened = use(openedDemo(id));
  useWarmed(id, place);
  useEffect(() => opened.hold(), [opened]);
  const commit = useSettledAddress(opened);
  const share = useCallback(
    (shared: Shared): string => {
      const { demo } = opened;
      // A link to a run names nothing but the run.
      const settings = writeSetup(demo, shared, shared.receipt ? "" : location.search);
      return new URL(`${location.pathname}${settings}#${slugOf(demo)}`, location.href).href;
    },
    [opened],
  );
  const still = import.meta.env.SSR;
  const foot = <CodeDisclosure demo={id} still={still} />;
  return <Figure {...opened} still={still} share={share} foot={foot} onCommit={commit} />;
}

/** The page's query with this demo's settings as they are now. */
function query({ demo, run }: OpenedDemo): string {
  const { values, seed } = run.snapshot();
  return writeSetup(demo, { values, seed }, location.search);
}

/** Writes the settings into the address once they rest; the section in it stays. */
function useSettledAddress(opened: OpenedDemo): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const address = `${location.pathname}${query(opened)}${location.hash}`;
      history.replaceState(history.state, "", address);
    }, SETTLE_MS);
  }, [opened]);
}
