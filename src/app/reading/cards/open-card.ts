/** The one card that may be open: where it stands and what it belongs to. */
import {
  autoUpdate,
  computePosition,
  flip,
  hide,
  inline,
  offset,
  shift,
  size,
  type ReferenceElement,
} from "@floating-ui/dom";
import { contentOf } from "./card-content.ts";
import { element } from "./card-parts.ts";
import { spoken } from "./clean-copy.ts";
import { light, unlight } from "./light-symbols.ts";
import "./reading-cards.css";

/** Pointing opens for as long as it lasts, focus until it leaves, a press until the next one elsewhere. */
export type OpenedBy = "pointer" | "focus" | "press";

interface OpenCard {
  readonly trigger: HTMLElement;
  readonly card: HTMLElement;
  readonly by: OpenedBy;
  readonly end: () => void;
}

const ID = "open-card";
/** Kept between card, text and the window's edge, px. */
const GAP = 8;
let open: OpenCard | null = null;

/** The card on the page; one whose note has been left is none. */
export function openedCard(): OpenCard | null {
  if (open && !(open.trigger.isConnected && open.card.isConnected)) closeCard();
  return open;
}

/** What has the focus when a symbol or a link has it; of a control's letter its label, which must not take the card in. */
export const hostOf = (trigger: HTMLElement): HTMLElement =>
  trigger.closest<HTMLElement>(".katex-display, .demo label") ??
  trigger.closest(".katex:not([data-set] *)") ??
  trigger;

/** Opens the card of a trigger, in place of the one before. Returns what it says, null when there is no such card. */
export function openCard(trigger: HTMLElement, by: OpenedBy): string | null {
  const before = openedCard();
  if (before?.trigger === trigger) {
    open = { ...before, by };
    return null;
  }
  const content = contentOf(trigger);
  if (!content) return null;
  closeCard();
  const hint = by === "focus" && content.kind === "symbol" && trigger.closest(".katex");
  const card = element(
    "div",
    `card card-${content.kind}`,
    ...content.parts,
    hint ? element("p", "card-keys", "← → other symbols, Esc closes") : null,
  );
  card.id = ID;
  card.popover = "manual";
  card.setAttribute("role", "group");
  card.setAttribute("aria-label", content.label);
  const host = hostOf(trigger);
  // Beside its trigger in the document, so that Tab and a screen reader's cursor find it next.
  host.after(card);
  card.showPopover();
  host.setAttribute("aria-details", ID);
  if (host.matches("a")) host.ariaExpanded = "true";
  const { symbol } = trigger.dataset;
  light(trigger);
  if (symbol !== undefined) trigger.classList.add("here");
  makeReachable(card);
  const around = { contextElement: trigger, getBoundingClientRect: () => surroundings(trigger) };
  const stop = autoUpdate(trigger, card, () => void place(symbol ? around : trigger, card));
  open = {
    trigger,
    card,
    by,
    end() {
      stop();
      card.remove();
      host.removeAttribute("aria-details");
      if (host.matches("a")) host.ariaExpanded = "false";
      unlight();
    },
  };
  return content.parts.map(spoken).join(" ");
}

export function closeCard(): void {
  const last = open;
  open = null;
  last?.end();
}

/** A formula that is too wide for the card scrolls, by keyboard too. */
function makeReachable(card: HTMLElement): void {
  for (const each of card.querySelectorAll<HTMLElement>(".katex-display")) {
    if (each.scrollWidth <= each.clientWidth) continue;
    each.tabIndex = 0;
    each.role = "group";
    each.ariaLabel = "Formula";
  }
}

/** A symbol as high as its part of the formula, so that a card covers no bracket around it. */
function surroundings(symbol: HTMLElement): DOMRect {
  const { x, width, y, bottom } = symbol.getBoundingClientRect();
  const line = symbol.closest(".base")?.getBoundingClientRect();
  const top = Math.min(y, line?.y ?? y);
  return new DOMRect(x, top, width, Math.max(bottom, line?.bottom ?? bottom) - top);
}

async function place(reference: ReferenceElement, card: HTMLElement): Promise<void> {
  const { x, y, middlewareData } = await computePosition(reference, card, {
    strategy: "fixed",
    // Above: what is read next stays in view.
    placement: "top",
    middleware: [
      inline(),
      offset(GAP),
      flip({ padding: GAP }),
      shift({ padding: GAP }),
      size({
        padding: GAP,
        apply({ availableHeight }) {
          card.style.maxHeight = `${Math.max(120, availableHeight)}px`;
        },
      }),
      hide(),
    ],
  });
  if (open?.card !== card) return;
  // Focus may still be scrolling its target into view.
  card.style.visibility = middlewareData.hide?.referenceHidden ? "hidden" : "";
  card.style.left = `${x}px`;
  card.style.top = `${y}px`;
}
