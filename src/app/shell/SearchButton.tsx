import { useState } from "react";

const load = () => import("../search/show-search.tsx");

/** Opens the search over all notes, which is fetched when it is first wanted. */
export function SearchButton() {
  const [failed, setFailed] = useState(false);
  const open = (): void =>
    void load().then(
      ({ showSearch }) => {
        setFailed(false);
        showSearch();
      },
      () => setFailed(true),
    );
  return (
    <button
      type="button"
      className="tool-button"
      // Pressed by them: see search-keys.ts.
      aria-keyshortcuts="/ Control+K Meta+K"
      title="Search all notes ( / )"
      onClick={open}
      onPointerEnter={() => void load().catch(() => undefined)}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <circle cx="7" cy="7" r="4.5" />
        <path d="m10.4 10.4 3.6 3.6" />
      </svg>
      <span>{failed ? "Search could not be loaded" : "Search"}</span>
    </button>
  );
}
