import { useCallback } from "react";
import type { Demo } from "../../contract/demo.ts";
import { Disclosure } from "../../figure/Disclosure.tsx";
import { latePart } from "../../ui/late-part.tsx";
import { bringsFiles } from "./brings-files.ts";

const RealDrawings = latePart("What deals real drawings", () =>
  import("./RealDrawings.tsx").then((part) => part.RealDrawings),
);

export interface DealingDisclosureProps {
  readonly demo: Demo;
  /** What the figure is drawn into. */
  readonly place: Element | undefined;
  readonly still: boolean;
}

/** At a figure's foot: the reader's own copy of Omniglot. Files that are dragged over the figure open it. */
export function DealingDisclosure({ demo, place, still }: DealingDisclosureProps) {
  const opener = useCallback(
    (open: () => void) => {
      const over = (event: Event): void => {
        if (bringsFiles(event as DragEvent)) open();
      };
      place?.addEventListener("dragenter", over);
      return () => place?.removeEventListener("dragenter", over);
    },
    [place],
  );
  return (
    <Disclosure title="Omniglot" disabled={still} opener={opener}>
      <RealDrawings demo={demo} />
    </Disclosure>
  );
}
