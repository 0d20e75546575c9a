import { Suspense, useCallback, useRef } from "react";
import type { Demo } from "../../contract/demo.ts";
import type { Run } from "../../engine/page/held-run.ts";
import { Disclosure } from "../../figure/Disclosure.tsx";
import { latePart } from "../../ui/late-part.tsx";
import { bringsFiles } from "./brings-files.ts";

const RealDrawings = latePart(
  "What deals real drawings",
  async () => (await import("./RealDrawings.tsx")).RealDrawings,
);

export interface RealDrawingsLineProps {
  readonly demo: Demo;
  readonly run: Run;
  readonly still?: boolean | undefined;
  onCommit(): void;
}

/** At a figure's foot: the reader's own copy of Omniglot. Files that are dragged over the figure open it. */
export function RealDrawingsLine({ still = false, ...props }: RealDrawingsLineProps) {
  const place = useRef<HTMLDivElement>(null);
  const opener = useCallback((open: () => void) => {
    const over = (event: DragEvent): void => {
      const figure = place.current?.closest(".lp-figure");
      if (bringsFiles(event) && figure?.contains(event.target as Node)) open();
    };
    addEventListener("dragenter", over);
    return () => removeEventListener("dragenter", over);
  }, []);
  return (
    <div ref={place} className="lp-foot-code lp-foot-dealing">
      <Disclosure title="Omniglot" disabled={still} late opener={opener}>
        <Suspense>
          <RealDrawings {...props} />
        </Suspense>
      </Disclosure>
    </div>
  );
}
