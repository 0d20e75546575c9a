import { Suspense, useCallback, useRef } from "react";
import { Disclosure } from "../../figure/Disclosure.tsx";
import { latePart } from "../../ui/late-part.tsx";
import { CodeDisclosure, type CodeDisclosureProps } from "../code/CodeDisclosure.tsx";

const RealDrawings = latePart("What deals real drawings", () =>
  import("./RealDrawings.tsx").then((part) => part.RealDrawings),
);

/** At a figure's foot, after its code: the reader's own copy of Omniglot. Files that are dragged over the figure open it. */
export function DealingFoot(props: CodeDisclosureProps) {
  const place = useRef<HTMLDivElement>(null);
  const opener = useCallback((open: () => void) => {
    const over = (event: DragEvent): void => {
      const figure = place.current?.closest(".lp-figure");
      const brings = event.dataTransfer?.types.includes("Files");
      if (brings && figure?.contains(event.target as Node)) open();
    };
    addEventListener("dragenter", over);
    return () => removeEventListener("dragenter", over);
  }, []);
  return (
    <div ref={place} className="lp-foot-code lp-foot-dealing">
      <CodeDisclosure {...props} />
      <Disclosure title="Omniglot" disabled={props.still} late opener={opener}>
        <Suspense>
          <RealDrawings demo={props.demo} />
        </Suspense>
      </Disclosure>
    </div>
  );
}
