/**
 * Does in a live figure what was pressed in the still one that stood in its place, whose buttons were disabled: after-paint.js has
 * marked it. Called when the live figure is drawn; its own effects come first.
 */
export function doKeptPress(still: readonly Node[], live: Element): void {
  const pressed = still
    .map((node) => node instanceof Element && node.querySelector("[data-pressed]"))
    .find(Boolean);
  if (!pressed) return;
  const buttons = [...live.querySelectorAll("button")];
  setTimeout(() => buttons.find((button) => nameOf(button) === nameOf(pressed))?.click());
}

export const nameOf = (control: Element): string =>
  control.getAttribute("aria-label") ?? control.textContent;
