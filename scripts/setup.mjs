/** Makes a fresh checkout ready: what the lock file names, and for tests a browser. Node's own modules only. */
import { execFileSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { platform } from "node:os";
import { pathToFileURL } from "node:url";
import { buildKernels } from "./build-kernels.mjs";
import { testedChromium } from "./machine/chromium.mjs";
import { wordsAsked } from "./machine/asked-words.mjs";

const [major, minor] = process.versions.node.split(".").map(Number);

const run = (command, args) => execFileSync(command, args, { stdio: "inherit" });

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Installs the locked packages if they are missing or older than the lock file. */
export function installPackages() {
  if (!(major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19))) {
    stop(`Node 20.19 or newer (or 22.12 or newer) is needed; this is ${process.versions.node}.`);
  }
  const stamp = "node_modules/.package-lock.json";
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= statSync("package-lock.json").mtimeMs) return;
  console.log("Installing the packages that package-lock.json names …");
  run("npm", ["ci", "--no-audit", "--no-fund"]);
}

/** Finds a Chromium or installs one: Debian's package as root, otherwise Playwright's own. */
export function installBrowser() {
  if (testedChromium()) return;
  const debianRoot =
    platform() === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  try {
    if (debianRoot) {
      console.log("Installing Debian's chromium-headless-shell for the browser tests …");
      run("apt-get", ["update", "-qq"]);
      const install = (name) =>
        run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name]);
      try {
        install("chromium-headless-shell");
      } catch {
        // An older Debian has the whole browser alone.
        install("chromium");
      }
    } else {
      console.log("Installing Playwright's Chromium for the browser tests …");
      run("npx", ["playwright", "install", "chromium"]);
    }
  } catch {
    stop(
      "No Chromium could be installed. Install Chromium or Chrome yourself and set CHROMIUM_PATH to its program.",
    );
  }
}

/** All that the site and its tests need: packages, and the kernels compiled. */
export function prepare() {
  installPackages();
  buildKernels();
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  wordsAsked("Usage: node scripts/setup.mjs");
  prepare();
}
