import { LEAVES, TAKES } from "./hands.ts";
import { placeAtHand } from "./place-at-hand.ts";

/** A finger that scrolls the page rests on a control for less than this, ms. */
const COMES_AFTER = 120;
/** What a change did is looked at for so long, ms. */
const STAYS_FOR = 1200;

/** While a hand is on a control of the figure, its pictures come into view beside it; `before` is what hands did until now. Returns the end of that. */
export function followHand(element: HTMLElement, before: readonly Event[]): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let control: Element | null = null;
  let pressed: Element | null = null;

  function place(): void {
    // Asked for each time: parts that were served are exchanged for live ones.
    const held = element.querySelector(".lp-held");
    const pictures = element.querySelector<HTMLElement>(".lp-pictures");
    if (!held || !pictures) return;
    // They stand at its top, wherever they are now. In a wide figure it has no box: there pictures are beside the controls.
    const { top } = held.getBoundingClientRect();
    const home = { top, bottom: top + pictures.offsetHeight };
    const to = control && placeAtHand(home, control.getBoundingClientRect(), innerHeight);
    pictures.classList.toggle("lp-pictures-near", to !== null);
    pictures.style.translate = to ? `0 ${to.top - top}px` : "";
    pictures.style.setProperty("--near", to && String(to.scale));
  }
  function show(next: Element | null): void {
    control = next;
    place();
  }
  function later(next: Element | null, ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(show, ms, next);
  }
  function take({ type, target }: Event): void {
    const at = target as Element;
    const typing = type === "keydown" && at.matches("input:not([type=range])");
    pressed = typing || at.closest(".lp-help, [popover]") ? null : at.closest(".lp-control");
    if (pressed) later(pressed, COMES_AFTER);
  }
  function leave({ type }: Event): void {
    if (!pressed) return;
    // The browser has taken the finger for scrolling.
    if (type === "pointercancel") show(null);
    // A press may be shorter than the wait for it.
    else show(pressed);
    pressed = null;
    later(null, STAYS_FOR);
  }
  // Whoever scrolls after letting go is on the way to something else.
  const follow = (): void => void (control && show(pressed && control));

  const ends = new AbortController();
  const { signal } = ends;
  for (const type of TAKES) element.addEventListener(type, take, { signal });
  for (const type of LEAVES) addEventListener(type, leave, { signal });
  addEventListener("scroll", follow, { signal, passive: true });
  for (const event of before) (TAKES.includes(event.type) ? take : leave)(event);
  return () => {
    ends.abort();
    clearTimeout(timer);
  };
}
