import { useEffect, useState } from "react";
import { isTyping } from "./typing.ts";

const load = () => import("../search/show-search.tsx");
/** `/`, or K with Ctrl or ⌘; while something is being typed these are letters, and a dialog keeps the keyboard. */
const asks = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey ? event.key === "k" : event.key === "/") &&
  !event.altKey &&
  !isTyping(event) &&
  !document.querySelector(":modal");

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
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!asks(event)) return;
      event.preventDefault();
      open();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  return (
    <button
      type="button"
      className="tool-button"
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
