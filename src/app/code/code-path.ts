/** The pages of code: `/code/wgan/ring/`. */
import { pagePath } from "../../contract/page-path.ts";
import { codePath as pathInSite } from "../../notes/code-links.ts";
import { notes } from "../notes.ts";
import { sitePath } from "../site-path.ts";

export const codePath = (demo: string): string => sitePath(pathInSite(demo));

/** All demos that notes show. */
export const shownDemos: readonly string[] = [...new Set(notes.flatMap(({ meta }) => meta.demos))];

/** The demo whose code a path shows. */
export const codeAt = (path: string): string | undefined =>
  shownDemos.find((demo) => codePath(demo) === pagePath(path));
