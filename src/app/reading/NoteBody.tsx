import { memo, useCallback, useState } from "react";
import { untilFetched } from "../../ui/until-fetched.ts";
import { noteShown } from "../highlights/on-selection.ts";
import { useNoteText } from "../note-texts.ts";
import { NOT_REACTS, trustedHtml } from "../trusted.ts";
import { forgetAsked } from "./asked-settings.ts";
import { DemoPortal } from "./DemoPortal.tsx";

/** The text of a note as it was compiled, with live figures in their places. */
export function NoteBody({ slug }: { readonly slug: string }) {
  const { html, meta } = useNoteText(slug);
  const [places, setPlaces] = useState<readonly HTMLElement[]>([]);
  const found = useCallback(
    (body: HTMLElement | null) => {
      // React, given the text, would have a megabyte that was served made one string before it looks at the page.
      if (body && !body.hasChildNodes()) body.innerHTML = trustedHtml(html);
      noteShown(body);
      if (!body) forgetAsked();
      // Notes without such words do without.
      else if (body.querySelector("[data-set]"))
        void untilFetched(() => import("./bound-buttons.ts")).then(({ becomeButtons }) =>
          becomeButtons(body),
        );
      setPlaces(body ? [...body.querySelectorAll<HTMLElement>("figure[data-demo]")] : []);
    },
    [html],
  );
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
  readonly html: string;
  readonly found: (body: HTMLElement | null) => void;
}

/** Rendered once a note: figures are mounted in it. */
const Text = memo(function Text({ slug, html, found }: TextProps) {
  return (
    <div
      className="note-body"
      data-note={slug}
      ref={found}
      dangerouslySetInnerHTML={import.meta.env.SSR ? { __html: html } : NOT_REACTS}
      suppressHydrationWarning
    />
  );
});
