/** Links in text that was served as it is, which no component of ours listens to. */
import type { MouseEvent } from "react";
import { pagePath } from "../../contract/page-path.ts";
import { noteAt } from "../notes.ts";
import { isPlainPress, navigate } from "../router.tsx";

/** Opens the note that a plain press of a link leads to, without loading the page anew. */
export function follow(event: MouseEvent): void {
  const path = ownNoteOf(event);
  if (path === null) return;
  event.preventDefault();
  navigate(path);
}

/** The path of a plain click on a link to another note; null for everything that the browser should do itself. */
function ownNoteOf(event: MouseEvent): string | null {
  const link = (event.target as Element).closest("a");
  if (
    !link ||
    !isPlainPress(event) ||
    event.defaultPrevented ||
    link.target ||
    link.origin !== location.origin
  )
    return null;
  const path = pagePath(link.pathname);
  if (path === location.pathname || !noteAt(path)) return null;
  return path + link.search + link.hash;
}
