// Fonts and text first: on a slow line, scripts would share it with them. They start once text stands on the screen.
addEventListener("DOMContentLoaded", () => {
  let started = false;
  const start = () => {
    if (started) return;
    started = true;
    for (const link of document.querySelectorAll("link[data-late]")) link.rel = "modulepreload";
    void import(document.querySelector("link[data-entry]").href);
  };
  if (document.hidden) return start();
  new PerformanceObserver(start).observe({ type: "paint", buffered: true });
  // A window that is covered may not paint.
  setTimeout(start, 3000);
});
