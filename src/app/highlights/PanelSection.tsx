import { useId, useState } from "react";
import type { Section } from "./listing.ts";
import type { Mark } from "./mark.ts";
import { PanelItem } from "./PanelItem.tsx";
import { Press } from "./Press.tsx";

/** More at once hold up the page. */
const MOST = 100;

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
      {marks.length > 0 && <Items marks={marks} heading={heading} />}
      {lost.length > 0 && (
        <div className="mark-lost">
          <h4 id={lostHeading}>Passage not found</h4>
          <p className="mark-soft">
            The text has changed where <span>{lost.length === 1 ? "this was" : "these were"}</span>{" "}
            marked. What you wrote is kept, and attached to nothing else.
          </p>
          <Items marks={lost} heading={lostHeading} lost />
        </div>
      )}
    </section>
  );
}

interface ItemsProps {
  readonly marks: readonly Mark[];
  /** Id of the element that names them. */
  readonly heading: string;
  readonly lost?: boolean;
}

/** As many as a reader looks through, and more when asked. */
function Items({ marks, heading, lost }: ItemsProps) {
  const [most, setMost] = useState(MOST);
  const more = Math.min(MOST, marks.length - most);
  return (
    <>
      <ol aria-labelledby={heading}>
        {marks.slice(0, most).map((mark) => (
          <PanelItem key={mark.id} mark={mark} lost={lost} />
        ))}
      </ol>
      {more > 0 && (
        <p>
          <Press kind="quiet" onPress={() => setMost(most + MOST)}>
            {`Show ${more} more of ${marks.length}`}
          </Press>
        </p>
      )}
    </>
  );
}
