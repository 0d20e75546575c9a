import { Suspense } from "react";
import { latePart } from "../../ui/late-part.tsx";
import { follow } from "../reading/follow.ts";
import { trustedHtml } from "../trusted.ts";

// Fetched, with all that they are made from, where another page was served.
const PARTS = {
  notes: latePart("The list of notes", () =>
    import("./NoteList.tsx").then((part) => part.NoteList),
  ),
  about: latePart("How it works", () => import("./About.tsx").then((part) => part.About)),
};

/** As they stand in the page that was served; none where that was another. */
const served = new Map(
  import.meta.env.SSR
    ? []
    : [...document.querySelectorAll<HTMLElement>("[data-part]")].map(
        ({ dataset, innerHTML }) => [dataset.part, { __html: trustedHtml(innerHTML) }] as const,
      ),
);

/** A part of the page that never changes: where it was served it stays as it is. */
export function ServedPart({ name }: { readonly name: keyof typeof PARTS }) {
  const html = served.get(name);
  const Part = PARTS[name];
  if (html)
    return (
      // The links inside are links: this only keeps them from loading a new page.
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
      <div
        data-part={name}
        onClick={follow}
        dangerouslySetInnerHTML={html}
        suppressHydrationWarning
      />
    );
  return (
    <div data-part={name}>
      <Suspense>
        <Part />
      </Suspense>
    </div>
  );
}
