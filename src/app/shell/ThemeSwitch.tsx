import type { ReactNode } from "react";
import { setTheme, THEMES, useTheme, type Theme } from "../preferences.ts";

const NAMES: Readonly<Record<Theme, string>> = {
  system: "System",
  light: "Light",
  sepia: "Sepia",
  dark: "Dark",
};

const ICONS: Readonly<Record<Theme, ReactNode>> = {
  light: (
    <>
      <circle cx="8" cy="8" r="3" />
      <path d="M8 1.5v1.5M8 13v1.5M1.5 8H3M13 8h1.5M3.4 3.4l1.06 1.06M11.54 11.54l1.06 1.06M12.6 3.4l-1.06 1.06M4.46 11.54l-1.06 1.06" />
    </>
  ),
  system: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
    </>
  ),
  sepia: (
    <path d="M8 4.2C6.4 2.9 4.4 2.6 1.8 2.8v9.6c2.6-.2 4.6.1 6.2 1.4 1.6-1.3 3.6-1.6 6.2-1.4V2.8C11.6 2.6 9.6 2.9 8 4.2zM8 4.2v9.6" />
  ),
  dark: <path d="M13 9.6A5.6 5.6 0 0 1 6.4 3a5.6 5.6 0 1 0 6.6 6.6z" />,
};

/** Light, dark, sepia, as the system has it: one after another. Hidden until it can work: without scripts the system decides. */
export function ThemeSwitch() {
  const theme = useTheme();
  const present = theme ?? "system";
  const next = THEMES[(THEMES.indexOf(present) + 1) % THEMES.length]!;
  return (
    <button
      type="button"
      className="tool-button theme-switch"
      data-waiting={theme === null || undefined}
      aria-label={`${NAMES[present]}: colours. Next: ${NAMES[next]}`}
      title={`Colours: ${NAMES[present]}. Next: ${NAMES[next]}`}
      onClick={() => setTheme(next)}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        {ICONS[present]}
      </svg>
      <span>{NAMES[present]}</span>
    </button>
  );
}
