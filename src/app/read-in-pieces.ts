import { nextTask } from "./next-task.ts";

/** After so many milliseconds the page is let go: a phone, four times as slow, stays below the 50 ms a hand feels. */
const AT_ONCE = 8;

/**
 * `innerHTML` of a long text, child after child: a page of a megabyte holds everything up for 50 ms when it is read at
 * once, most of it for the one long string. Between children there is white space only.
 */
export async function readInPieces(body: Element): Promise<string> {
  let html = "";
  let since = performance.now();
  for (const node of body.childNodes) {
    html += node instanceof Element ? node.outerHTML : node.textContent;
    if (performance.now() - since < AT_ONCE) continue;
    await nextTask();
    since = performance.now();
  }
  return html;
}
