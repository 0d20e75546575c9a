import { memo, useCallback, useState } from "react";
import { untilFetched } from "../../ui/until-fetched.ts";
import { noteShown } from "../highlights/on-selection.ts";
import { useNoteText, type NoteHtml } from "../wrapped-note.ts";
import { forgetAsked } from "./asked-settings.ts";
import { DemoPortal } from "./DemoPortal.tsx";

/** The text of a note as it was compiled, with live figures in their places. */
export function NoteBody({ slug }: { readonly slug: string }) {
  const { html, meta } = useNoteText(slug);
  const [places, setPlaces] = useState<readonly HTMLElement[]>([]);
  const found = useCallback((body: HTMLElement | null) => {
    noteShown(body);
    if (!body) forgetAsked();
    // Notes without such words do without.
    else if (body.querySelector("[data-set]"))
      void untilFetched(() => import("./bound-buttons.ts")).then(({ becomeButtons }) =>
        becomeButtons(body),
      );
    setPlaces(body ? [...body.querySelectorAll<HTMLElement>("figure[data-demo]")] : []);
  }, []);
  return (
    <>
      <Text key={slug} slug={slug} html={html} found={found} />
      {places.map((place) => {
        const inNote = meta.figures.find(({ id }) => id === place.id);
        return inNote && <DemoPortal key={place.id} inNote={inNote} place={place} />;
      })}
    </>
  );
}

interface TextProps {
  readonly slug: string;
  readonly html: NoteHtml;
  readonly found: (body: HTMLElement | null) => void;
}

/** Rendered once a note; the HTML served with the page is taken as it is. */
const Text = memo(function Text({ slug, html, found }: TextProps) {
  return (
    <div
      className="note-body"
      data-note={slug}
      ref={found}
      dangerouslySetInnerHTML={html}
      suppressHydrationWarning
    />
  );
});
