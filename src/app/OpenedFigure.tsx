import { useCallback, useEffect, useRef, type ReactNode } from "react";
import { slugOf, type Demo } from "../contract/demo.ts";
import type { FigurePlace } from "../contract/figure-place.ts";
import { MAX_LENGTH, ownQuery, readSetup, writeSetup, type Shared } from "../contract/url.ts";
import { choose } from "../figure/choose.ts";
import { Figure } from "../figure/Figure.tsx";
import { SymbolIds } from "../ui/symbol-ids.ts";
import { whenAsked } from "./reading/asked-settings.ts";
import type { OpenedDemo } from "./opened-demo.ts";

/** How long settings rest before they go into the address: Safari allows 100 changes in 30 s. */
const SETTLE_MS = 300;

export interface OpenedFigureProps {
  readonly opened: OpenedDemo;
  readonly inNote?: FigurePlace;
  readonly still?: boolean;
  readonly foot?: ReactNode;
}

const NO_SYMBOLS = {};

/** The figure of an opened demo; the address follows its settings. */
export function OpenedFigure({ opened, inNote, ...props }: OpenedFigureProps) {
  const commit = useSettledAddress(opened);
  useEffect(
    () =>
      whenAsked(opened.demo.id, (chosen) => {
        choose(opened.demo, opened.run, chosen);
        commit();
      }),
    [opened, commit],
  );
  const path = inNote?.note;
  const share = useCallback(
    (shared: Shared): string => {
      const { demo } = opened;
      // A link to a run names nothing but the run.
      const settings = fitting(demo, shared, shared.receipt ? "" : settingsHere());
      return new URL(`${path ?? location.pathname}${settings}#${slugOf(demo)}`, location.href).href;
    },
    [opened, path],
  );
  return (
    <SymbolIds value={inNote?.symbols ?? NO_SYMBOLS}>
      <Figure {...opened} {...props} inNote={inNote} share={share} onCommit={commit} />
    </SymbolIds>
  );
}

/** What the address says to the figures of this page. */
const settingsHere = (): string =>
  ownQuery(
    location.search,
    [...document.querySelectorAll<HTMLElement>("figure[data-demo]")].map(({ dataset }) =>
      slugOf({ id: dataset.demo! }),
    ),
  );

/** The present query with what is shared of this demo; the other figures' settings are left out where they would be too much. */
function fitting(demo: Demo, shared: Shared, present: string): string {
  const all = writeSetup(demo, shared, present);
  return all.length > MAX_LENGTH ? writeSetup(demo, shared) : all;
}

/** The page's query with these settings of this demo; where a link says how far a run goes, it goes on saying so. */
function query(demo: Demo, { values, seed }: Pick<Shared, "values" | "seed">): string {
  const { stop } = readSetup(demo, location.search);
  return fitting(demo, { values, seed, stop }, location.search);
}

/** Writes the settings that a hand has made into the address, once no others follow; what plays on meanwhile is none, and the section in it stays. */
function useSettledAddress(opened: OpenedDemo): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    clearTimeout(timer.current);
    const { demo, run } = opened;
    const made = run.snapshot();
    timer.current = setTimeout(() => {
      const address = `${location.pathname}${query(demo, made)}${location.hash}`;
      history.replaceState(history.state, "", address);
    }, SETTLE_MS);
  }, [opened]);
}
