/** From a symbol to the control that sets it. */
import { pageMoves } from "../moved-by-page.ts";

/** How long the control stays outlined, ms. */
const POINTED_FOR = 2500;

/** How long a figure that comes alive may take, ms: later, the reader is elsewhere. */
const PATIENCE = 3000;

/**
 * Goes to the control that the link names, `ring.c`. False where the demo is not live: then the link leads to its figure, and the
 * control is gone to when the figure has come alive.
 */
export function toControl(link: HTMLAnchorElement): boolean {
  const [demo, name] = link.dataset.control!.split(".");
  const figure = document.querySelector(`.note-body figure#${CSS.escape(demo!)}`);
  if (!figure) return false;
  const parameter = `[data-param="${CSS.escape(name!)}"]`;
  if (pointAt(figure, parameter)) return true;
  const waiting = new MutationObserver(() => {
    if (pointAt(figure, parameter)) waiting.disconnect();
  });
  waiting.observe(figure, { childList: true, subtree: true });
  setTimeout(() => waiting.disconnect(), PATIENCE);
  return false;
}

/** What hides the control is opened by its own button. */
function openAround(control: Element | null): void {
  const hidden = control?.closest("[hidden]");
  if (hidden) document.querySelector<HTMLElement>(`[aria-controls="${hidden.id}"]`)?.click();
}

/** Whether the figure has that control, and it can be used. */
function pointAt(figure: Element, parameter: string): boolean {
  const control = figure.querySelector<HTMLElement>(parameter);
  openAround(control);
  const input = control?.querySelector<HTMLElement>(":is(input, select):enabled");
  if (!control || !input) return false;
  pageMoves();
  control.scrollIntoView({ block: "center" });
  input.focus({ preventScroll: true });
  control.dataset.pointed = "";
  setTimeout(() => delete control.dataset.pointed, POINTED_FOR);
  return true;
}
