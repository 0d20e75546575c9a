/** Links in text that was served as it is, which no component of ours listens to. */
import type { MouseEvent } from "react";
import { pagePath } from "../../contract/page-path.ts";
import { noteAt } from "../notes.ts";
import { isPlainPress, navigate } from "../router.tsx";

/** Of a note’s figure with a run that leaving the page would end; that of the first page is there to lead on. */
const RUN = '.note .lp-phase:not([data-phase="idle"], [data-phase="fault"])';

/** Opens the note that a plain press of a link leads to, without loading the page anew; beside a run, in a tab of its own. */
export function follow(event: MouseEvent): void {
  const link = (event.target as Element).closest("a");
  if (!link || !isPlainPress(event) || event.defaultPrevented) return;
  if (link.target || link.hasAttribute("download")) return;
  if (document.querySelector(RUN) && leaves(link)) {
    event.preventDefault();
    open(link.href, "_blank", "noopener");
    return;
  }
  const path = ownNoteOf(link);
  if (path === null) return;
  event.preventDefault();
  navigate(path);
}

/** A link to other settings of this page loads it anew. */
const leaves = ({ protocol, origin, pathname, search }: HTMLAnchorElement): boolean =>
  protocol.startsWith("http") &&
  (origin !== location.origin || pathname !== location.pathname || search !== location.search);

/** The path of another note that a link leads to; null for everything that the browser should do itself. */
function ownNoteOf(link: HTMLAnchorElement): string | null {
  if (link.origin !== location.origin) return null;
  const path = pagePath(link.pathname);
  if (path === location.pathname || !noteAt(path)) return null;
  return path + link.search + link.hash;
}
