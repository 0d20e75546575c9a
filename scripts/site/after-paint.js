// Fonts and text first: on a slow line, scripts would share it with them. They start once text stands on the screen.
let pressed = null;
const remember = ({ target }) => {
  // What opens a popover works without us.
  pressed = target.closest("button:not([popovertarget])");
};
addEventListener("click", remember);
addEventListener("DOMContentLoaded", () => {
  let started = false;
  const start = async () => {
    if (started) return;
    started = true;
    for (const link of document.querySelectorAll("link[data-late]")) link.rel = "modulepreload";
    try {
      await import(document.querySelector("link[data-entry]").href);
    } catch {
      // Some browsers keep a failure for good. Nothing has begun on this page that loading it anew would lose.
      const again = () => location.reload();
      const [{ type }] = performance.getEntriesByType("navigation");
      if (!navigator.onLine) addEventListener("online", again, { once: true });
      // Once: what fails for good must not take the page from its reader again and again.
      else if (type !== "reload") setTimeout(again, 10_000);
      return;
    }
    removeEventListener("click", remember);
    // Nobody listened yet.
    pressed?.click();
  };
  if (document.hidden) return start();
  // A window that is covered may not paint.
  setTimeout(start, 3000);
  new PerformanceObserver(start).observe({ type: "paint", buffered: true });
});
