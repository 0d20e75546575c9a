/** Where Chromium is on this machine, and the flags that it needs there. */
import { existsSync } from "node:fs";

const WHOLE = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];
/** The same engine without a window to draw: a page takes it half the processor time. */
const SHELL = ["/usr/bin/chromium-headless-shell"];

/** Flags for a closed network and a container: no call home at start, no sandbox where we are root; letters as wide as the whole browser's. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--font-render-hinting=none",
];

const first = (paths) =>
  [process.env.CHROMIUM_PATH, ...paths].find((path) => path && existsSync(path));

/** What the tests drive (CHROMIUM_PATH first): its path, or undefined where only Playwright's own could serve. */
export const testedChromium = () => first([...SHELL, ...WHOLE]);

/** Playwright launch options: the system's browser where there is one, else Playwright's own, untouched. */
const launching = (executablePath) => (executablePath ? { executablePath, args: FLAGS } : {});

/** For tests. */
export const chromiumForTests = () => launching(testedChromium());

/** For commands that measure or paint: what readers have. */
export const chromium = () => launching(first([...WHOLE, ...SHELL]));
