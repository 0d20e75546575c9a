/** The code of demos, highlighted when the site was built; fetched when it is asked for. */
import type { DemoCode } from "../../notes/code-links.ts";
import { trustedHtml } from "../trusted.ts";

const modules = import.meta.glob<{ code: DemoCode }>("../../papers/*/*/program.ts", {
  query: "?code",
});

export interface ShownFile {
  readonly name: string;
  /** Wrapped once: React compares it by identity. */
  readonly html: { readonly __html: string };
}

export interface ShownCode {
  readonly note: DemoCode["note"];
  readonly files: readonly ShownFile[];
}

const known = new Map<string, Promise<ShownCode>>();

/** The same promise each time, as React wants it. */
export function codeOf(demo: string): Promise<ShownCode> {
  const present = known.get(demo);
  if (present) return present;
  const coming = modules[`../../papers/${demo}/program.ts`]!().then(({ code }) => ({
    note: code.note,
    files: code.files.map(({ name, html }) => ({ name, html: { __html: trustedHtml(html) } })),
  }));
  known.set(demo, coming);
  return coming;
}

/** What could not be fetched is asked for again. Not at once: whoever waits for it must be told first. */
export const forgetCode = (demo: string): boolean => known.delete(demo);
