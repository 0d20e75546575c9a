/** From a symbol to the control that sets it. */
import { pageMoves } from "../moved-by-page.ts";

/** How long the control stays outlined, ms. */
const POINTED_FOR = 2500;

/** Goes to the control that the link names, `ring.c`. False where the demo is not live: then the link leads to its figure. */
export function toControl(link: HTMLAnchorElement): boolean {
  const [demo, name] = link.dataset.control!.split(".");
  const control = document.querySelector<HTMLElement>(
    `.note-body figure#${CSS.escape(demo!)} [data-param="${CSS.escape(name!)}"]`,
  );
  const input = control?.querySelector<HTMLElement>(":is(input, select):enabled");
  if (!control || !input) return false;
  pageMoves();
  control.scrollIntoView({ block: "center" });
  input.focus({ preventScroll: true });
  control.dataset.pointed = "";
  setTimeout(() => delete control.dataset.pointed, POINTED_FOR);
  return true;
}
