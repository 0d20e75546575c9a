import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** Scripts that stand in the pages themselves: as files they would hold up the first paint. */
export const INLINE = {
  theme: readFileSync(resolve("public/theme.js"), "utf8"),
  afterPaint: readFileSync(resolve("scripts/site/after-paint.js"), "utf8"),
  linkedFigures: readFileSync(resolve("scripts/site/linked-figures.js"), "utf8"),
} as const;
const hashes = Object.values(INLINE).map(
  (script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
);

/** What the page may do: nothing but run its own files. */
const RULES = [
  "default-src 'none'",
  // The second lets WebAssembly compile; it does not allow eval.
  `script-src 'self' 'wasm-unsafe-eval' ${hashes.join(" ")}`,
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types notes worker",
];

/** For pages that travel to servers whose headers we do not set. */
export const META_CSP = RULES.join("; ");

/** For servers that we configure: only a header can forbid framing, and only a header reaches workers. */
export const HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": [...RULES, "frame-ancestors 'none'"].join("; "),
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
};
