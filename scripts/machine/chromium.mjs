/** Where Chromium is on this machine, and the flags that it needs there. */
import { existsSync } from "node:fs";

const SYSTEM = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];

/** Flags for a closed network and a container: no call home at start, no sandbox where we are root. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Path of an installed Chromium (CHROMIUM_PATH first), or undefined where only Playwright's own could serve. */
export const systemChromium = () =>
  [process.env.CHROMIUM_PATH, ...SYSTEM].find((path) => path && existsSync(path));

/** Playwright launch options: the system's browser where there is one, else Playwright's own, untouched. */
export function chromium() {
  const executablePath = systemChromium();
  return executablePath ? { executablePath, args: FLAGS } : {};
}
