import { openNotes } from "../highlights/on-selection.ts";

/** Opens what the reader marked and wrote. */
export function NotesButton() {
  return (
    <button
      type="button"
      className="tool-button"
      title="Your notes (Alt+Shift+N)"
      aria-keyshortcuts="Alt+Shift+N"
      onClick={openNotes}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d="M3 13.5h10M4.5 10.5l.5-2.6 5.6-5.6 2.1 2.1-5.6 5.6z" />
      </svg>
      <span>Your notes</span>
    </button>
  );
}
