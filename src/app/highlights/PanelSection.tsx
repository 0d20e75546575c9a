import { useId } from "react";
import type { Section } from "./listing.ts";
import { PanelItem } from "./PanelItem.tsx";

/** What was marked in one note. */
export function PanelSection({
  section,
  titled,
}: {
  readonly section: Section;
  readonly titled: boolean;
}) {
  const { title, marks, lost } = section;
  const [heading, lostHeading] = [useId(), useId()];
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className={titled ? undefined : "lp-hidden"}>
        {title}
      </h3>
      {marks.length > 0 && (
        <ol aria-labelledby={heading}>
          {marks.map((mark) => (
            <PanelItem key={mark.id} mark={mark} />
          ))}
        </ol>
      )}
      {lost.length > 0 && (
        <div className="mark-lost">
          <h4 id={lostHeading}>Passage not found</h4>
          <p className="mark-soft">
            The text has changed where <span>{lost.length === 1 ? "this was" : "these were"}</span>{" "}
            marked. What you wrote is kept, and attached to nothing else.
          </p>
          <ol aria-labelledby={lostHeading}>
            {lost.map((mark) => (
              <PanelItem key={mark.id} mark={mark} lost />
            ))}
          </ol>
        </div>
      )}
    </section>
  );
}
