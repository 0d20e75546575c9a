/** A click on the `#` of a heading, figure, equation or remark goes there, as links do, and also copies its link. */

import { say } from "./say.ts";

/** How long the page says so, ms. */
const SAID_FOR = 2500;

/** Settings of demos stay out of it: the link is to the place, and a figure's own button shares its state. */
export async function copyAnchor(anchor: HTMLAnchorElement): Promise<void> {
  // Where the browser refuses, the address bar has the link all the same.
  await navigator.clipboard.writeText(location.origin + location.pathname + anchor.hash);
  anchor.dataset.copied = "";
  say("Link copied");
  setTimeout(() => {
    delete anchor.dataset.copied;
    say("");
  }, SAID_FOR);
}
