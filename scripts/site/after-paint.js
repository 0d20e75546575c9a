// Fonts and text first: on a slow line, scripts would share it with them. They start once text stands on the screen.
let pressed = null;
const remember = ({ target }) => {
  // What opens a popover works without us; words that set a figure become buttons.
  pressed = target.closest("button:not([popovertarget]), [data-set]");
};
addEventListener("click", remember);
// Buttons of a figure that is not live yet are disabled; it does what was pressed once it lives: see kept-press.ts.
addEventListener("pointerup", ({ target }) => {
  const button = target.closest("button:disabled");
  if (!button) return;
  document.querySelector("[data-pressed]")?.removeAttribute("data-pressed");
  button.dataset.pressed = "";
});
// Read from its top, a page lays out what is far below when that comes near. No browser finds a place there before: one that is asked
// for another place, or brings the reader back to one, has the page as a whole.
const page = document.documentElement;
const asAWhole = () => page.removeAttribute("data-from-top");
page.toggleAttribute(
  "data-from-top",
  !location.hash && performance.getEntriesByType("navigation")[0]?.type === "navigate",
);
addEventListener("click", ({ target }) => target.closest("a") && asAWhole());
addEventListener("popstate", asAWhole);
// A file let go beside the place that takes it would be opened instead of the page.
for (const name of ["dragover", "drop"])
  addEventListener(name, (event) => {
    if (event.defaultPrevented || event.target.type === "file") return;
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.dataTransfer.dropEffect = "none";
    event.preventDefault();
  });
addEventListener("DOMContentLoaded", () => {
  let started = false;
  const bar = document.createElement("aside");
  bar.className = "page-bar";
  bar.setAttribute("role", "status");
  const say = (...words) => {
    const text = document.createElement("p");
    text.append(...words);
    bar.replaceChildren(text);
    document.body.append(bar);
  };
  const start = async () => {
    if (started) return;
    started = true;
    for (const link of document.querySelectorAll("link[data-late]")) link.rel = "modulepreload";
    const slow = setTimeout(
      say,
      15_000,
      "The scripts of this page are still on their way. Its text reads without them; figures, search and your notes wait for them.",
    );
    try {
      const begun = new Promise((then) => addEventListener("lp-begun", then, { once: true }));
      await import(document.querySelector("link[data-entry]").href);
      await begun;
    } catch {
      // Some browsers keep a failure for good. Nothing has begun on this page that loading it anew would lose.
      const again = () => location.reload();
      const [{ type }] = performance.getEntriesByType("navigation");
      const missing =
        "The scripts of this page could not be fetched. Its text reads without them; figures, search and your notes do not work.";
      if (!navigator.onLine) {
        addEventListener("online", again, { once: true });
        say(`${missing} With a network they come.`);
      } else if (type !== "reload") {
        setTimeout(again, 10_000);
        say(`${missing} The page is loaded anew in ten seconds.`);
      } else {
        // What fails for good must not take the page from its reader again and again.
        const link = document.createElement("a");
        link.href = location.href;
        link.textContent = "Load the page anew";
        link.addEventListener("click", again);
        say(`${missing} `, link);
      }
      return;
    } finally {
      clearTimeout(slow);
    }
    bar.remove();
    removeEventListener("click", remember);
    // Nobody listened yet.
    pressed?.click();
  };
  if (document.hidden) return start();
  // A window that is covered may not paint.
  setTimeout(start, 3000);
  new PerformanceObserver(start).observe({ type: "paint", buffered: true });
});
