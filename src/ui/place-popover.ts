/** Distance kept between panel, button and window edge, px. */
const GAP = 8;

/** Puts an open popover under its button, or above where there is no room: by itself the browser centres it in the window. */
export function placePopover(panel: HTMLElement, button: HTMLElement): void {
  const { left, bottom, top } = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = panel;
  const room = document.documentElement.clientWidth - width - GAP;
  const below = bottom + GAP + height <= window.innerHeight || top < height + GAP;
  panel.style.left = `${window.scrollX + Math.max(GAP, Math.min(left - GAP, room))}px`;
  panel.style.top = `${window.scrollY + (below ? bottom + GAP : top - GAP - height)}px`;
}
