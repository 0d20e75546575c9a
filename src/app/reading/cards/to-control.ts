/** From a symbol to the control that sets it. */
import { pageMoves } from "../moved-by-page.ts";

/** How long the control stays outlined, ms. */
const POINTED_FOR = 2500;

/** How long a figure that comes alive may take, ms: later, the reader is elsewhere. */
const PATIENCE = 3000;

/**
 * Goes to the control that the link names, `ring.c`. False where it is not there yet: then the link leads to its figure, and the
 * control is gone to when the figure has come alive and has made it.
 */
export function toControl(link: HTMLAnchorElement): boolean {
  const [demo, name] = link.dataset.control!.split(".");
  const figure = document.querySelector(`.note-body figure#${CSS.escape(demo!)}`);
  if (!figure) return false;
  const parameter = `[data-param="${CSS.escape(name!)}"]`;
  if (pointAt(figure, parameter)) return true;
  const look = (): void => {
    if (pointAt(figure, parameter)) waiting.disconnect();
    else openSettings(figure);
  };
  const waiting = new MutationObserver(look);
  waiting.observe(figure, { attributeFilter: ["disabled"], childList: true, subtree: true });
  setTimeout(() => waiting.disconnect(), PATIENCE);
  look();
  return false;
}

/** What is not among a figure's main controls is among all of them, which are made when they are asked for. */
const openSettings = (figure: Element): void =>
  figure
    .querySelector<HTMLElement>('[data-opens="settings"][aria-expanded="false"]:enabled')
    ?.click();

/** Whether the figure has that control, and it can be used. */
function pointAt(figure: Element, parameter: string): boolean {
  const control = figure.querySelector<HTMLElement>(parameter);
  const input = control?.querySelector<HTMLElement>(":is(input, select):enabled");
  if (!control || !input) return false;
  pageMoves();
  control.scrollIntoView({ block: "center" });
  input.focus({ preventScroll: true });
  control.dataset.pointed = "";
  setTimeout(() => delete control.dataset.pointed, POINTED_FOR);
  return true;
}
