import { useCallback, useState } from "react";
import type { FigurePlace } from "../../contract/figure-place.ts";
import type { Run } from "../../engine/page/held-run.ts";
import { DemoMount, DemoPortal } from "../reading/DemoPortal.tsx";
import { NOT_REACTS } from "../trusted.ts";

/** Steps a second: slow enough to be watched, and to leave the processor to the reader. */
const PACE = 50;

/** A demo in its short form, at work; `note` is the path of the note where it stands whole. */
export function HomeFigure({ demo, note }: { readonly demo: string; readonly note: string }) {
  const [inNote] = useState((): FigurePlace => ({
    demo,
    id: "at-work",
    form: "hero",
    number: 1,
    equations: [],
    elsewhere: [],
    symbols: {},
    note,
    pace: PACE,
  }));
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const begin = useCallback(
    (run: Run) => {
      run.limit(PACE);
      let left = false;
      let end = (): void => {
        left = true;
      };
      // Where it does not come, the reader begins.
      import("./begin-unasked.ts").then(
        ({ beginUnasked }) => {
          if (!left) end = beginUnasked(place!, run);
        },
        () => undefined,
      );
      return () => end();
    },
    [place],
  );
  const same = {
    className: "demo home-figure",
    id: inNote.id,
    "data-demo": demo,
    "data-form": inNote.form,
  };
  if (import.meta.env.SSR)
    return (
      <figure {...same}>
        <DemoMount inNote={inNote} />
      </figure>
    );
  return (
    <>
      <figure
        {...same}
        ref={setPlace}
        dangerouslySetInnerHTML={NOT_REACTS}
        suppressHydrationWarning
      />
      {place && <DemoPortal inNote={inNote} place={place} onRun={begin} />}
    </>
  );
}
