import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { licencesOf } from "../../../scripts/vite/licences-plugin.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "licences-"));
  writeFileSync(join(root, "LICENSE"), "Our own terms");
});
afterEach(() => rmSync(root, { recursive: true }));

const APACHE = "Apache License\n   Version 2.0\nterms\nEND OF TERMS AND CONDITIONS";
function put(name: string, license: string, files: Readonly<Record<string, string>>): string {
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  const facts = { name, version: "1.2.3", license, author: { name: "Ada One" } };
  writeFileSync(join(folder, "package.json"), JSON.stringify(facts));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

test("each package with its terms: in a file, in its README, or those that all of its licence share", () => {
  const text = licencesOf(root, [
    put("named", "Apache-2.0", {}),
    put("filed", "Apache-2.0", { LICENSE: APACHE, NOTICE: "with thanks" }),
    put("british", "MIT", { "licence.md": "British terms" }),
    put("told", "MIT", {
      "README.md": "# Told\n\nLICENSE (MIT)\n---\n\nCopyright 2019 Bo Two.\nFree.",
    }),
  ]);
  const parts = text.split(/\n-{80}\n\n/);
  expect(parts.map((part) => part.split("\n")[0]).slice(1)).toEqual([
    "british 1.2.3",
    "filed 1.2.3",
    "named 1.2.3",
    "told 1.2.3",
  ]);
  expect(parts[0]).toContain("Our own terms");
  expect(parts[1]).toContain("British terms");
  expect(parts[2]).toContain("with thanks");
  expect(parts[3]).toBe(`named 1.2.3\nApache-2.0, Ada One\n\n${APACHE}\n`);
  expect(parts[4]).toBe("told 1.2.3\nMIT\n\nCopyright 2019 Bo Two.\nFree.\n");
});

test("a package whose terms are nowhere stops the build", () => {
  expect(() => licencesOf(root, [put("lost", "MIT", { "README.md": "MIT" })])).toThrow(
    "lost 1.2.3 (MIT) has no text of its licence",
  );
});
