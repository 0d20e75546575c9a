import { lazy, Suspense } from "react";
import { follow } from "../reading/follow.ts";
import { trustedHtml } from "../trusted.ts";

// Fetched, with what the notes are about and all that draws their pictures, where another page was served.
const NoteList = lazy(async () => ({ default: (await import("./NoteList.tsx")).NoteList }));

/** The list as it stands in the page that was served; null where that was another. */
const served = import.meta.env.SSR ? null : document.querySelector("[data-notes]");
const html = served && { __html: trustedHtml(served.innerHTML) };

/** The list of notes. It never changes, so a page that was served with it keeps it as it is. */
export function ServedList() {
  if (html)
    return (
      // The links inside are links: this only keeps them from loading a new page.
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
      <div data-notes="" onClick={follow} dangerouslySetInnerHTML={html} suppressHydrationWarning />
    );
  return (
    <div data-notes="">
      <Suspense>
        <NoteList />
      </Suspense>
    </div>
  );
}
