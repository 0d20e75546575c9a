/** Keys that open the search. */
import { isTyping } from "./typing.ts";

/** `/`, or K with Ctrl or ⌘; while something is being typed these are letters, and a dialog keeps the keyboard. */
const asks = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey ? event.key === "k" : event.key === "/") &&
  !event.altKey &&
  !isTyping(event) &&
  !document.querySelector(":modal");

export function watchSearchKeys(): void {
  addEventListener("keydown", (event) => {
    const button = document.querySelector<HTMLElement>('[aria-keyshortcuts^="/ "]');
    if (!button || !asks(event)) return;
    event.preventDefault();
    button.click();
  });
}
