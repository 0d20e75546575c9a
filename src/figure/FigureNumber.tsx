import { figureName, type FigurePlace } from "../contract/figure-place.ts";
import { slugOf } from "../contract/demo.ts";

/** "Fig. 3" before a figure's question. The short form of one has no number of its own, nor has one outside its note. */
export function FigureNumber({ inNote }: { readonly inNote: FigurePlace | undefined }) {
  if (!inNote || inNote.note || inNote.form === "hero") return null;
  return (
    <>
      <a className="lp-figure-number" href={`#${slugOf({ id: inNote.demo })}`}>
        {figureName(inNote.number)}
      </a>{" "}
    </>
  );
}
