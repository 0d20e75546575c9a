import { readdirSync, readFileSync } from "node:fs";

/** Markdown of all notes by slug. */
export const noteFiles = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync("notes")
      .filter((name) => name.endsWith(".md"))
      .map((name) => [name.replace(/\.md$/, ""), readFileSync(`notes/${name}`, "utf8")]),
  );
