import { useEffect, useId, useRef, useState } from "react";
import { useCell } from "./watched-value.ts";
import { MARK_KEYS } from "./keys.ts";
import { listing } from "./listing.ts";
import { NoticeBar } from "./NoticeBar.tsx";
import { page, places, searching } from "./marked-page.ts";
import { canPaint } from "./paint.ts";
import { PanelFiles } from "./PanelFiles.tsx";
import { PanelSection } from "./PanelSection.tsx";
import { Scope } from "./Scope.tsx";
import { panelOpen } from "./opened.ts";
import { marks } from "./store.ts";
import { Trouble } from "./Trouble.tsx";
import { Cross } from "./Press.tsx";

/** “Your notes”: everything that the reader marked, to read, search, visit, export and import. */
export function Panel() {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const all = useCell(marks);
  const placed = useCell(places);
  const here = useCell(page)?.slug;
  const stillSearching = useCell(searching);
  const [chosen, setScope] = useState<Scope | null>(null);
  const scope = chosen ?? (here === undefined ? "all" : "here");
  const [search, setSearch] = useState("");
  useEffect(() => {
    const drawer = dialog.current!;
    drawer.showModal();
    // What is left of the page beside it belongs to the dialog: a press there closes it.
    drawer.addEventListener("click", ({ target }) => {
      if (target === drawer) drawer.close();
    });
  }, []);

  const ask = (words: string) =>
    listing(all.values(), {
      here,
      places: placed,
      searching: stillSearching,
      all: scope === "all",
      search: words,
    });
  const sections = ask(search);
  const whole = ask("");
  const close = (): void => dialog.current!.close();
  return (
    <dialog
      ref={dialog}
      className="mark-panel"
      aria-labelledby={title}
      onClose={() => panelOpen.set(false)}
    >
      <div className="mark-panel-in">
        <header className="mark-panel-head">
          <h2 id={title}>Your notes</h2>
          <Cross label="Close" onPress={close} />
        </header>
        {here !== undefined && <Scope value={scope} onChange={setScope} />}
        {whole.length > 0 && (
          <input
            type="search"
            className="mark-search"
            aria-label="Search your highlights and notes"
            placeholder="Search"
            dir="auto"
            value={search}
            onChange={({ target }) => setSearch(target.value)}
          />
        )}
        <Trouble />
        {!canPaint() && (
          <p className="mark-soft">
            This browser cannot colour passages; they are listed here, and “go to” selects them.
          </p>
        )}
        <div className="mark-list">
          {sections.map((section) => (
            <PanelSection key={section.slug} section={section} titled={scope === "all"} />
          ))}
          {whole.length === 0 && <Empty here={scope === "here"} others={all.size} />}
          {whole.length > 0 && sections.length === 0 && (
            <p className="mark-soft">
              Nothing that you marked or wrote says “<bdi>{search}</bdi>”.
            </p>
          )}
        </div>
        <PanelFiles sections={whole} />
        <NoticeBar />
      </div>
    </dialog>
  );
}

/** What this is, and how to begin. */
function Empty({ here, others }: { readonly here: boolean; readonly others: number }) {
  return (
    <div className="mark-empty">
      <p>
        <strong>
          {here && others > 0 ? "Nothing marked in this note yet." : "Nothing marked yet."}
        </strong>
      </p>
      <p>
        Select any passage of a note, with the mouse, a finger or the keyboard. A small bar offers
        to highlight it and to write something about it (<kbd>{MARK_KEYS}</kbd> takes you there).
        All that you marked is then listed here.
      </p>
      <p>It stays in this browser. Nobody else can see it.</p>
    </div>
  );
}
