import { Suspense, type ReactNode } from "react";
import { follow } from "../reading/follow.ts";
import { trustedHtml } from "../trusted.ts";

/** As they stand in the page that was served; none where that was another. */
const served = new Map(
  import.meta.env.SSR
    ? []
    : [...document.querySelectorAll<HTMLElement>("[data-part]")].map(
        ({ dataset, innerHTML }) => [dataset.part, { __html: trustedHtml(innerHTML) }] as const,
      ),
);

interface ServedPartProps {
  /** Another for each such part of the site. */
  readonly name: string;
  /** A late part: its code is fetched where another page was served. Its links are plain ones. */
  readonly children: ReactNode;
}

/** A part of a page that never changes: where it was served it stays as it is. */
export function ServedPart({ name, children }: ServedPartProps) {
  const html = served.get(name);
  return (
    // The links inside are links: this only keeps them from loading a new page.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      data-part={name}
      onClick={follow}
      suppressHydrationWarning
      {...(html
        ? { dangerouslySetInnerHTML: html }
        : { children: <Suspense>{children}</Suspense> })}
    />
  );
}
