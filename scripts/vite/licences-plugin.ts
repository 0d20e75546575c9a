/** `licences.txt` in the built site: the licences of all that it ships, page and workers, with their texts. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** A package's own folder: what stands behind the last `node_modules/` of a module's path. */
const PACKAGE = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//;

export interface LicencesOptions {
  /** Absolute path of the checkout. */
  readonly root: string;
  /** Packages that come into the site by another way than through this build. */
  readonly besides: readonly string[];
}

/** `plugin` is for the page's build, `worker` for those of its workers. */
export function licencesPlugins({ root, besides }: LicencesOptions): {
  readonly plugin: Plugin;
  readonly worker: Plugin;
} {
  const shipped = new Set(besides.map((name) => join(root, "node_modules", name)));
  const gather: Plugin["generateBundle"] = (_, bundle) => {
    for (const file of Object.values(bundle)) {
      if (file.type !== "chunk") continue;
      for (const id of file.moduleIds) {
        const [, folder] = PACKAGE.exec(id.replace(/^\0+/, "")) ?? [];
        if (folder) shipped.add(folder);
      }
    }
  };
  return {
    worker: { name: "licences-of-worker", apply: "build", generateBundle: gather },
    plugin: {
      name: "licences",
      apply: (_, { command, isSsrBuild }) => command === "build" && !isSsrBuild,
      generateBundle(options, bundle, isWrite) {
        void gather.call(this, options, bundle, isWrite);
        this.emitFile({
          type: "asset",
          fileName: "licences.txt",
          source: licencesOf(root, [...shipped]),
        });
      },
    },
  };
}

const APACHE = /Apache License\s+Version 2\.0[\s\S]*END OF TERMS AND CONDITIONS/;
const RULE = `\n${"-".repeat(80)}\n\n`;

/** Ours first, then those of the packages in these folders, by name. Throws where a package has none. */
export function licencesOf(root: string, folders: readonly string[]): string {
  const packages = folders.map(packageOf).toSorted((a, b) => (a.title < b.title ? -1 : 1));
  const own = readFileSync(join(root, "LICENSE"), "utf8").trim();
  // These terms name nobody: those that one package brings along are those of all.
  const apache = packages.flatMap(({ text }) => APACHE.exec(text ?? "") ?? [])[0];
  const parts = packages.map(({ title, licence, author, text }) => {
    const terms = text ?? (licence === "Apache-2.0" ? apache : undefined);
    if (!terms) throw new Error(`${title} (${licence}) has no text of its licence.`);
    return `${title}\n${licence}${text || !author ? "" : `, ${author}`}\n\n${terms}\n`;
  });
  const opening =
    "What this site is made of, and on what terms. Files under data/ have terms of their own: data/NOTICE-data.md.";
  return [`${opening}\n\nLive Paper Notes\n\n${own}\n`, ...parts].join(RULE);
}

interface Package {
  readonly title: string;
  readonly licence: string;
  readonly author?: string;
  readonly text?: string;
}

function packageOf(folder: string): Package {
  const { name, version, license, author } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  ) as { name: string; version: string; license: string; author?: string | { name: string } };
  const files = readdirSync(folder);
  const named = files.filter((file) => /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i.test(file));
  const text = named.toSorted().map((file) => readFileSync(join(folder, file), "utf8").trim());
  const readme = files.find((file) => /^readme/i.test(file));
  return {
    title: `${name} ${version}`,
    licence: license,
    author: typeof author === "string" ? author : author?.name,
    text: text.join("\n\n") || (readme && inReadme(readFileSync(join(folder, readme), "utf8"))),
  };
}

/** Some packages have theirs in a section of that name. */
const inReadme = (text: string): string | undefined =>
  /^(?:#+\s*)?licen[cs]e\b.*\n(?:[-=]+\n)?([\s\S]*?copyright[\s\S]*)/im.exec(text)?.[1]?.trim();
