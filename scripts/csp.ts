/** What the page may do: nothing but run its own files. */
const RULES = [
  "default-src 'none'",
  // The second lets WebAssembly compile; it does not allow eval.
  "script-src 'self' 'wasm-unsafe-eval'",
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
