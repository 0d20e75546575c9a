/** When cards open and close: by pointer, finger and keyboard. */
import { say } from "../say.ts";
import { partAt, triggerAt } from "../trigger.ts";
import { bibtexPressed } from "./bibtex-buttons.ts";
import { closeCard, hostOf, openCard, openedCard, type OpenedBy } from "./open-card.ts";
import { enter, neighbour, setStops, symbolsOf } from "./formula-stops.ts";
import { light, unlight } from "./light-symbols.ts";
import { pressBound } from "./press-bound.ts";
import { toControl } from "./to-control.ts";

/** How long a pointer rests on something before its card opens, and on the next thing while a card is open, ms. */
const REST = { first: 250, next: 120 };
/** How long a card stays when the pointer has left: enough to move into it, ms. */
const LEAVE = 300;
const FORMULA = ".katex[tabindex], .katex-display:has([data-symbol])";

/** What waits to act. The page scrolls under a resting pointer when the focus moves: neither may end the other's wait. */
const waiting: Partial<Record<"pointer" | "focus", ReturnType<typeof setTimeout>>> = {};
let touched = false;
/** The symbol that the keyboard is at, of the formula that has the focus. */
let symbol: HTMLElement | null = null;

function later(by: keyof typeof waiting, ms: number, act: () => void): void {
  clearTimeout(waiting[by]);
  waiting[by] = setTimeout(act, ms);
}

function stopWaiting(): void {
  clearTimeout(waiting.pointer);
  clearTimeout(waiting.focus);
}

function openNow(trigger: HTMLElement, by: OpenedBy): void {
  stopWaiting();
  const said = openCard(trigger, by);
  if (said !== null && by === "focus" && trigger.closest(".katex")) say(said);
}

const inCard = (target: EventTarget | null): boolean =>
  target instanceof Node && !!openedCard()?.card.contains(target);

/** A hand on a control lights its letter wherever it stands; a card that is open has the light. */
function lightPart(target: EventTarget | null): void {
  if (openedCard()) return;
  const part = partAt(target);
  if (part) light(part);
  else unlight();
}

function pointerOver({ target, pointerType }: PointerEvent): void {
  if (pointerType === "touch") return;
  lightPart(target);
  const opened = openedCard();
  const trigger = triggerAt(target);
  if (inCard(target) || (trigger && trigger === opened?.trigger)) clearTimeout(waiting.pointer);
  else if (trigger) {
    later("pointer", opened ? REST.next : REST.first, () => {
      if (trigger.matches(":hover")) openNow(trigger, "pointer");
    });
  } else pointerLeft();
}

function pointerLeft(): void {
  clearTimeout(waiting.pointer);
  if (openedCard()?.by === "pointer") later("pointer", LEAVE, closeCard);
}

function focused(target: EventTarget | null): void {
  if (!(target instanceof HTMLElement) || inCard(target)) return;
  lightPart(target);
  const formula = target.closest<HTMLElement>(FORMULA);
  if (formula === target) {
    enter(formula);
    if (!symbol || !formula.contains(symbol)) symbol = symbolsOf(formula)[0] ?? null;
  } else symbol = null;
  const trigger = symbol ?? triggerAt(target);
  if (trigger && target.matches(":focus-visible")) {
    // A reader who only tabs past sees nothing flash.
    later("focus", REST.first, () => {
      if (document.activeElement === target) openNow(trigger, "focus");
    });
  } else if (openedCard() && openedCard()?.by !== "pointer") closeCard();
}

function click(event: MouseEvent): void {
  const { target } = event;
  if (!(target instanceof Element)) return;
  const button = target.closest<HTMLElement>("[data-bib]");
  if (button) void bibtexPressed(button);
  const control = target.closest<HTMLAnchorElement>("a[data-control]");
  if (control && toControl(control)) event.preventDefault();
  if (inCard(target) && target.closest("a")) closeCard();
  const trigger = triggerAt(target);
  if (!trigger) return;
  if (trigger.dataset.set !== undefined) {
    const seen = pressBound(trigger);
    closeCard();
    if (!seen) openNow(trigger, "press");
  } else if (!trigger.matches("a")) {
    if (trigger.closest(FORMULA)) symbol = trigger;
    openNow(trigger, "press");
  } else if (touched && openedCard()?.trigger !== trigger && opens(trigger)) event.preventDefault();
  else closeCard();
}

function opens(trigger: HTMLElement): boolean {
  openNow(trigger, "press");
  return openedCard()?.trigger === trigger;
}

function pointerDown({ target, pointerType }: PointerEvent): void {
  touched = pointerType === "touch";
  if (!inCard(target) && triggerAt(target) !== openedCard()?.trigger) closeCard();
}

function keyDown(event: KeyboardEvent): void {
  if (event.key === "Tab") setStops();
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const opened = openedCard();
  if (event.key === "Escape" && opened) {
    if (inCard(document.activeElement)) hostOf(opened.trigger).focus();
    // That focus would open it again.
    stopWaiting();
    closeCard();
    return;
  }
  const formula = document.activeElement;
  if (!symbol || !(formula instanceof HTMLElement) || !formula.contains(symbol)) return;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    openNow(symbol, "focus");
    return;
  }
  const next = neighbour(formula, symbol, event.key);
  if (next === null) return;
  event.preventDefault();
  if (next) show(next);
}

/** Moves the keyboard to a symbol and opens its card. */
function show(next: HTMLElement): void {
  symbol = next;
  hostOf(next).focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest", inline: "nearest" });
  openNow(next, "focus");
}

/** Takes over from what fetched this file, beginning with the event that made it do so. */
export function start(first: Event): void {
  addEventListener("pointerover", pointerOver);
  document.documentElement.addEventListener("pointerleave", pointerLeft);
  addEventListener("pointerdown", pointerDown);
  addEventListener("focusin", ({ target }) => focused(target));
  addEventListener("click", click);
  addEventListener("keydown", keyDown);
  addEventListener("popstate", closeCard);
  if (first instanceof KeyboardEvent || first instanceof FocusEvent) {
    setStops();
    // By now the key has moved it.
    focused(document.activeElement);
  } else if (first.type === "click") replayClick(first as MouseEvent);
  else pointerOver(first as PointerEvent);
}

/** A first tap on a link was held back before anyone could know whether its target has a card. */
function replayClick(event: MouseEvent): void {
  touched = event.defaultPrevented;
  click(event);
  const link = triggerAt(event.target);
  if (touched && !openedCard() && link instanceof HTMLAnchorElement) location.hash = link.hash;
}
