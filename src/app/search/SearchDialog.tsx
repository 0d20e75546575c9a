import { useEffect, useId, useLayoutEffect, useRef, type KeyboardEvent } from "react";
import { noteAt } from "../notes.ts";
import { arrive } from "./arrive.ts";
import type { Hit } from "./find.ts";
import { SearchHelp } from "./SearchHelp.tsx";
import { SearchResults } from "./SearchResults.tsx";
import { SearchStatus } from "./SearchStatus.tsx";
import { useSearch } from "./use-search.ts";
import "./search-sheets.css";

/** The search over all notes: a combobox over a list of results, in a modal dialog. Removed once it is closed. */
export function SearchDialog({ onClosed }: { readonly onClosed: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const search = useSearch(noteAt(location.pathname)?.meta.slug ?? "");
  const { query, findings, groups, lines, active } = search;
  const optionId = (at: number): string => `${listId}-${at}`;

  useLayoutEffect(() => {
    const element = dialog.current!;
    element.showModal();
    return () => element.close();
  }, []);

  useEffect(() => {
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [listId, active, lines]);

  const open = (hit: Hit): void => {
    dialog.current?.close();
    arrive(hit);
  };
  const take = (at: number): void => {
    const line = lines[at];
    if (line?.kind === "more") search.showAll(line.slug);
    if (line?.kind === "hit") open(line.hit);
    if (line?.kind === "more") input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === "Enter" && !search.upToDate) {
      const hit = search.best();
      event.preventDefault();
      if (hit) open(hit);
      return;
    }
    const last = lines.length - 1;
    const moves: Record<string, () => number> = {
      ArrowDown: () => (active >= last ? 0 : active + 1),
      ArrowUp: () => (active <= 0 ? last : active - 1),
      Home: () => 0,
      End: () => last,
    };
    const move = moves[event.key];
    if (lines.length === 0 || (!move && event.key !== "Enter")) return;
    event.preventDefault();
    if (move) search.choose(move());
    else take(active);
  };
  const ask = (text: string): void => {
    search.ask(text);
    input.current?.focus();
  };

  return (
    // A click beside the search closes it, as Escape does; the keyboard has Escape.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className="search"
      aria-label="Search all notes"
      onClose={onClosed}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <div className="search-box">
        <div className="search-field">
          <svg viewBox="0 0 16 16" width="18" height="18" aria-hidden="true">
            <circle cx="7" cy="7" r="4.5" />
            <path d="m10.4 10.4 3.6 3.6" />
          </svg>
          <input
            ref={input}
            role="combobox"
            aria-label="Search all notes"
            aria-expanded={lines.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={lines.length > 0 ? optionId(active) : undefined}
            placeholder="A word, a letter of a formula, an author"
            autoComplete="off"
            dir="auto"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="go"
            value={query}
            onChange={(event) => search.ask(event.target.value)}
            onKeyDown={onKeyDown}
          />
          <button type="button" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </div>
        <SearchResults
          id={listId}
          optionId={optionId}
          groups={groups}
          active={active}
          onTake={take}
        />
        {lines.length === 0 && <SearchHelp index={search.index} query={query.trim()} onAsk={ask} />}
        <SearchStatus preparing={search.index === null} findings={findings} notes={groups.length} />
      </div>
    </dialog>
  );
}
