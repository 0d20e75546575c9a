import { useCallback, useEffect, useRef, type ReactNode } from "react";
import { slugOf } from "../contract/demo.ts";
import { writeSetup, type Shared } from "../contract/url.ts";
import { Figure } from "../figure/Figure.tsx";
import type { OpenedDemo } from "./opened-demo.ts";

/** How long settings rest before they go into the address: Safari allows 100 changes in 30 s. */
const SETTLE_MS = 300;

export interface OpenedFigureProps {
  readonly opened: OpenedDemo;
  readonly still?: boolean;
  readonly foot?: ReactNode;
}

/** The figure of an opened demo; the address follows its settings. */
export function OpenedFigure({ opened, still, foot }: OpenedFigureProps) {
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
