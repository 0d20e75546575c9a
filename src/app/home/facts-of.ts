import type { NoteMeta } from "../../notes/note.ts";
import { minutes } from "../pages/minutes.ts";

type Counted = Pick<NoteMeta, "demos" | "words"> & {
  readonly paper?: Pick<NonNullable<NoteMeta["paper"]>, "authors" | "venue"> | undefined;
};

/** "7 figures, 25 min · Arjovsky et al., ICML 2017". */
export function factsOf({ demos, words, paper }: Counted): string {
  const figures =
    demos.length === 0
      ? "text only"
      : `${demos.length}\u00a0${demos.length === 1 ? "figure" : "figures"}`;
  const long = `${figures}, ${minutes(words)}`;
  if (!paper) return long;
  const [first = "", ...others] = paper.authors;
  return `${long} · ${first}${others.length > 0 ? " et\u00a0al." : ""}, ${paper.venue}`;
}
