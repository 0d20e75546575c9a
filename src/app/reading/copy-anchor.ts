/** A click on the `#` of a heading, figure, equation or remark goes there, as links do, and also copies its link. */
import { say } from "./say.ts";

/** How long the page says so, ms. */
const SAID_FOR = 2500;

const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** Settings of demos stay out of it: the link is to the place, and a figure's own button shares its state. */
const linkTo = ({ hash }: HTMLAnchorElement): string => location.origin + location.pathname + hash;

export function copyAnchors(): void {
  addEventListener("click", (event) => {
    const anchor = (event.target as Element).closest("a.anchor") as HTMLAnchorElement | null;
    if (!anchor || !isPlain(event)) return;
    // Where the browser refuses, the address bar has the link all the same.
    navigator.clipboard?.writeText(linkTo(anchor)).then(
      () => {
        anchor.dataset.copied = "";
        say("Link copied");
        setTimeout(() => {
          delete anchor.dataset.copied;
          say("");
        }, SAID_FOR);
      },
      () => undefined,
    );
  });
}
