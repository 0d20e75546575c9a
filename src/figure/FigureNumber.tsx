import { figureName, type FigurePlace } from "../contract/figure-place.ts";
import { slugOf } from "../contract/demo.ts";
import { VisuallyHidden } from "../ui/VisuallyHidden.tsx";

/** "Fig. 3" before a figure's question; of a hero it leads to the whole figure. Outside its note it would count nothing. */
export function FigureNumber({ inNote }: { readonly inNote: FigurePlace | undefined }) {
  if (!inNote || inNote.note) return null;
  return (
    <>
      <a className="lp-figure-number" href={`#${slugOf({ id: inNote.demo })}`}>
        {figureName(inNote.number)}
      </a>{" "}
      {inNote.form === "hero" && <VisuallyHidden>in short: </VisuallyHidden>}
    </>
  );
}
