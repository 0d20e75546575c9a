// Before the first paint: see src/app/preferences.ts.
try {
  const { theme } = JSON.parse(localStorage.getItem("live-paper-notes") ?? "{}") ?? {};
  if (["light", "sepia", "dark"].includes(theme)) document.documentElement.dataset.theme = theme;
} catch {}
