// Runs before the first paint: a page that turns dark after it was shown light hurts at night. See src/app/preferences.ts.
try {
  const { theme } = JSON.parse(localStorage.getItem("live-paper-notes") ?? "{}") ?? {};
  if (["light", "sepia", "dark"].includes(theme)) document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked or holds something else: the system's choice stands.
}
