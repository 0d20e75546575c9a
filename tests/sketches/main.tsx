/**
 * The sketches in a browser, by the site's own figure and client: `/draw/` shows those of a paper, `/eight/` eight figures among
 * text, `/` all. What they cost from pointer to picture is in `window.answered`.
 */
import { useCallback, useEffect, useState, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import "../../src/ui/tokens.css";
import "../../src/app/styles/page.css";
import "../../src/app/styles/prose.css";
import { openParts, type OpenedDemo } from "../../src/app/opened-demo.ts";
import { OpenedFigure } from "../../src/app/OpenedFigure.tsx";
import { spawnClient } from "../../src/app/spawn-client.ts";
import { useWarmed } from "../../src/app/use-warmed.ts";
import type { Demo } from "../../src/contract/demo.ts";
import type { Views } from "../../src/contract/view.ts";
import { readPosters, type PosterFile } from "../../src/engine/page/poster.ts";
import { timedViews } from "./timed-views.tsx";
import workerUrl from "./worker.ts?worker&url";

const demos = import.meta.glob<{ demo: Demo }>("./papers/*/*/demo.ts", { eager: true });
const views = import.meta.glob<{ views: Views<Demo, ReactNode> }>("./papers/*/*/views.tsx", {
  eager: true,
});
const posters = import.meta.glob<{ default: PosterFile }>("./papers/*/*/poster.json", {
  eager: true,
});

const shared = spawnClient(workerUrl);
const client = (): typeof shared => shared;

const open = (folder: string): Promise<OpenedDemo> => {
  const { demo } = demos[`${folder}/demo.ts`]!;
  return openParts(
    {
      demo,
      views: timedViews(demo, views[`${folder}/views.tsx`]!.views),
      posters: readPosters(posters[`${folder}/poster.json`]?.default ?? { posters: [] }),
      // In place of a hash of the code: its form is a receipt's.
      version: "0000000000",
    },
    { present: client, fetched: async () => shared },
  );
};

const all = Object.keys(demos).map((path) => path.slice(0, -"/demo.ts".length));
const page = location.pathname.replaceAll("/", "");
const eight = page === "eight";
const folders = eight
  ? [...all, ...all].slice(0, 8)
  : all.filter((folder) => folder.startsWith(`./papers/${page}`));
const opened = await Promise.all(folders.map(open));

function Mounted({ figure }: { readonly figure: OpenedDemo }) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const { id } = figure.demo;
  const warm = useCallback(() => client().warm(id), [id]);
  useWarmed(place ?? undefined, warm);
  useEffect(() => () => figure.run.close(), [figure]);
  return (
    <figure data-demo={figure.demo.id} ref={setPlace}>
      <OpenedFigure opened={figure} />
    </figure>
  );
}

/** About as much as stands between two figures of a note. */
const TEXT = Array.from({ length: 12 }, (_, i) => `Paragraph ${i + 1}. `.repeat(30));

createRoot(document.getElementById("root")!).render(
  opened.map((figure, i) => (
    // oxlint-disable-next-line react/no-array-index-key -- the same sketch may stand there twice, and none ever moves.
    <section key={i}>
      <Mounted figure={figure} />
      {eight && TEXT.map((text) => <p key={text}>{text}</p>)}
    </section>
  )),
);
