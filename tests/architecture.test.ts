/** The import table of the project: which folder may know which. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { importsOf, sourceModules, type Module } from "../scripts/checkout/imports.ts";

interface Rule {
  /** Modules that the rule governs; the first rule that fits counts. */
  readonly of: RegExp;
  /** What they may import: our own paths below `src`, or package names. */
  readonly may: readonly RegExp[];
}

const own = (name: string): RegExp => new RegExp(`^${name}(/|$)`);
const contract = own("contract");
const claims = own("claims");
const receipts = own("receipts");
const weights = own("weights");
const data = own("data");
const omniglot = own("omniglot");
const journal = /^engine\/journal\.ts$/;
const react = /^react(-dom)?$/;
const charts = /^d3-/;

const RULES: readonly Rule[] = [
  { of: contract, may: [contract] },
  { of: claims, may: [claims, contract] },
  { of: receipts, may: [receipts, contract] },
  { of: weights, may: [weights, contract] },
  { of: own("math"), may: [own("math"), /^@tensorflow\//] },
  { of: data, may: [data, contract, own("math")] },
  { of: omniglot, may: [omniglot, /^fflate$/] },
  { of: journal, may: [contract, receipts] },
  { of: own("engine/page"), may: [contract, receipts, journal, own("engine/page")] },
  { of: own("engine"), may: [contract, weights, own("math"), /^engine\/(?!page)/] },
  { of: /^papers\/[^/]+\/deviations\.ts$/, may: [contract] },
  { of: /^papers\/[^/]+\/paper\.ts$/, may: [contract, /^papers\/[^/]+\/deviations\.ts$/] },
  { of: /^papers\/[^/]+\/[^/]+\/demo\.ts$/, may: [contract] },
  { of: own("ui"), may: [own("ui"), react, charts] },
  {
    of: own("notes"),
    may: [
      own("notes"),
      claims,
      /^contract\/(paper|figure-place)\.ts$/,
      react,
      /^(react-markdown|katex|yaml|vite)$/,
      /^(remark|rehype|unist|hast|mdast|node:)/,
    ],
  },
  {
    of: own("code"),
    may: [own("code"), own("notes"), /^(vite|shiki|node:)/],
  },
  {
    of: own("figure"),
    may: [own("figure"), contract, receipts, weights, own("engine/page"), own("ui"), react],
  },
  {
    of: /^app\/(worker|serve-demos)\.ts$/,
    may: [
      contract,
      /^app\/serve-demos\.ts$/,
      own("engine/worker"),
      /^engine\/program\.ts$/,
      /^papers\/.*(demo|program)\.ts$/,
      /^app\/offline\/fetched-before\.ts$/,
    ],
  },
  // Their text, not their code: the query of the glob makes it so, and the size of the page would tell.
  {
    of: /^app\/code\/shown-code\.ts$/,
    may: [/^app\/trusted\.ts$/, own("notes"), /^papers\/.*program\.ts$/],
  },
  { of: /^app\/device-store\.ts$/, may: [/^idb-keyval$/] },
  {
    of: own("app/highlights"),
    may: [
      own("app"),
      /^contract\/(invisible|page-path|strict-json)\.ts$/,
      own("ui"),
      react,
      /^(idb-keyval|react-markdown)$/,
    ],
  },
  {
    of: /^app\/real-drawings\/decode-worker\.ts$/,
    may: [omniglot, /^app\/real-drawings\/decoded\.ts$/],
  },
  {
    of: own("app/real-drawings"),
    may: [own("app"), omniglot, contract, own("figure"), own("ui"), react, /^idb-keyval$/],
  },
  {
    of: /^app\/offline\/service-worker\.ts$/,
    may: [/^app\/(site-path|offline\/(names|used-files))\.ts$/, /^workbox-/],
  },
  {
    of: own("app"),
    may: [
      own("app"),
      contract,
      receipts,
      journal,
      own("engine/page"),
      // Fetched by the page for its worker.
      /^engine\/worker\/fetch-file\.ts$/,
      /^math\/wasm-files\.ts$/,
      own("figure"),
      own("notes"),
      own("ui"),
      /^\.\.\/notes\//,
      // Demos by way of their paper's module: one that named them all would grow every page.
      /^papers\/[^/]+\/paper\.ts$/,
      react,
      /^(katex|minisearch|virtual:|@fontsource|@floating-ui)/,
    ],
  },
];

/** Rules of a paper's folder depend on which paper and which demo it is. */
function paperRule(path: string): Rule | undefined {
  const demo = /^papers\/([^/]+)\/([^/]+)\/(program|views)\.tsx?$/.exec(path);
  if (demo) {
    const [, paper, folder, half] = demo;
    const declaration = new RegExp(`^papers/${paper}/${folder}/demo\\.ts$`);
    return half === "program"
      ? {
          of: /./,
          may: [
            declaration,
            new RegExp(`^papers/${paper}/(?!paper\\.ts)[^/]+\\.ts$`),
            own("math"),
            data,
            /^engine\/program\.ts$/,
          ],
        }
      : { of: /./, may: [declaration, contract, own("ui"), react] };
  }
  const model = /^papers\/([^/]+)\/[^/]+\.ts$/.exec(path);
  if (!model) return undefined;
  return {
    of: /./,
    may: [own("math"), new RegExp(`^papers/${model[1]}/(?!paper\\.ts)[^/]+\\.ts$`)],
  };
}

function breaches({ path, imports }: Module): string[] {
  const rule = RULES.find(({ of }) => of.test(path)) ?? paperRule(path);
  if (!rule) return [`${path}: no rule says what this file may import`];
  return imports
    .filter((target) => !rule.may.some((allowed) => allowed.test(target)))
    .map((target) => `${path} imports ${target}`);
}

const modules = sourceModules();

test("every import of the source tree is allowed by the table", () => {
  expect(modules.length).toBeGreaterThan(40);
  expect(modules.flatMap(({ imports }) => imports).length).toBeGreaterThan(100);
  expect(modules.flatMap(breaches)).toEqual([]);
});

test.each([
  ["ui/Slider.tsx", 'import { demo } from "../papers/wgan/ring/demo.ts";'],
  ["papers/wgan/losses.ts", 'import * as tf from "@tensorflow/tfjs-core";'],
  ["papers/wgan/losses.ts", 'import { paper } from "./paper.ts";'],
  ["papers/wgan/ring/program.ts", 'import { loss } from "../../supcon/loss.ts";'],
  ["papers/wgan/ring/views.tsx", 'import { run } from "../../../engine/page/run.ts";'],
  ["engine/page/client.ts", 'import { useState } from "react";'],
  ["contract/url.ts", 'const late = await import("../math/random.ts");'],
  ["app/main.tsx", 'export { matMul } from "../math/linear.ts";'],
  ["stray.ts", 'import "./app/main.tsx";'],
])("a breach planted in %s is found: %s", (path, source) => {
  expect(breaches(importsOf(path, source))).toHaveLength(1);
});

/** Modules that can be reached from themselves, by imports of any kind. */
function onCircles(tree: readonly Module[]): string[] {
  const importsBy = new Map(tree.map(({ path, imports }) => [path, imports]));
  const reached = (from: string): Set<string> => {
    const found = new Set<string>();
    const pending = [...importsBy.get(from)!];
    for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
      if (found.has(path)) continue;
      found.add(path);
      pending.push(...(importsBy.get(path) ?? []));
    }
    return found;
  };
  return [...importsBy.keys()].filter((path) => reached(path).has(path));
}

test("no module imports itself by way of others, late and for types included", () => {
  expect(onCircles(modules)).toEqual([]);
  const planted = [
    importsOf("app/a.ts", 'void import("./b.ts");'),
    importsOf("app/b.ts", 'import type { A } from "./a.ts";'),
    importsOf("app/c.ts", 'import "./a.ts";'),
  ];
  expect(onCircles(planted)).toEqual(["app/a.ts", "app/b.ts"]);
});

test("a mention in a comment is not an import", () => {
  expect(importsOf("ui/a.ts", '// import "x";\n/* from "y" */').imports).toEqual([]);
});

/** Paths below the folder, with the folder. AssemblyScript is left out: its files are one program of their own. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`)
    .filter((path) => !path.startsWith("src/math/kernels/assembly"));

/** Files that are found by their name, as many of them as there are demos, papers or cases. */
const WIRED = [
  /^src\/papers\/[^/]+\/(paper|deviations)\.ts$/,
  /^src\/papers\/[^/]+\/[^/]+\/(demo\.ts|program\.ts|views\.tsx|poster\.json)$/,
  /^scripts\/bench\/[^/]+\/(inputs|ours|tfjs|jax)\.ts$/,
  /^src\/app\/parts\/examples\/[A-Z]\w+\.tsx$/,
  // Types for a script that is not TypeScript.
  /\.d\.m?ts$/,
];

function namesakes(paths: readonly string[]): string[][] {
  const named = paths.filter((path) => !WIRED.some((wired) => wired.test(path)));
  const byName = new Map<string, string[]>();
  for (const path of named) {
    const name = basename(path).split(".")[0]!.toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), path]);
  }
  return [...byName.values()].filter((same) => same.length > 1);
}

test("no two files share a name, whatever their endings and capitals", () => {
  const found = namesakes([...filesIn("src"), ...filesIn("scripts")]);
  expect(found).toEqual([]);
  expect(namesakes(["src/a/Card.tsx", "src/b/card.css", "src/a/cards.ts"])).toEqual([
    ["src/a/Card.tsx", "src/b/card.css"],
  ]);
});

test("the root of scripts holds commands only", () => {
  const scripts = readdirSync("scripts").filter((name) => name.endsWith(".ts"));
  const others = scripts.filter(
    (name) => !/^export (async )?function main\(/m.test(readFileSync(`scripts/${name}`, "utf8")),
  );
  expect(others).toEqual([]);
});

test("every paper with a demo has a suite that tests its demos", () => {
  const demos = filesIn("src/papers").filter((path) => path.endsWith("/demo.ts"));
  const suites = demos.map((path) => `tests/papers/${path.split("/")[2]}/every-demo.test.ts`);
  const missing = [...new Set(suites)].filter((path) => !existsSync(path));
  expect(missing, "copy another paper's, and change the three paths in it").toEqual([]);
});

/**
 * What a test is about: `tests/A/B.test.ts` of `src/A/B.ts` or the folder `src/A/B`, `tests/scripts/A/B.test.ts` of the like in
 * `scripts`, `tests/numbers/B.test.ts` of the arithmetic in `notes/B.md`. A word between dots says which side of it:
 * `B.browser.test.ts` runs in a browser.
 */
function subjectsOf(suite: string): string[] {
  const [, place, name] = /^tests\/(.*\/)?([^./]+)(?:\.[a-z]+)*\.test\.tsx?$/.exec(suite) ?? [];
  if (name === undefined) return [];
  const path = `${place ?? ""}${name}`;
  if (place === "numbers/") return [`notes/${name}.md`];
  const source = path.startsWith("scripts/") ? path : `src/${path}`;
  return [".ts", ".tsx", ".mjs", ""].map((ending) => source + ending);
}

/** Suites of the project as a whole. */
const WHOLE = /^tests\/(architecture|every-[a-z]+|papers\/[^/]+\/every-demo)\.test\.ts$/;

test("tests stand where what they test stands", () => {
  const tests = filesIn("tests").filter((path) => !/^tests\/(e2e|fixtures|sketches)\//.test(path));
  const astray = tests.filter((path) => !WHOLE.test(path) && !subjectsOf(path).some(existsSync));
  expect(astray).toEqual([]);
  expect(subjectsOf("tests/ui/Slider.browser.test.tsx")).toContain("src/ui/Slider.tsx");
  expect(subjectsOf("tests/scripts/repro.test.ts")).toContain("scripts/repro.ts");
  expect(subjectsOf("tests/ui/mount.tsx")).toEqual([]);
});

test("source files and style sheets stay within 250 lines", () => {
  const long = filesIn("src")
    .filter((path) => /\.(tsx?|css)$/.test(path))
    .map((path) => ({ path, lines: readFileSync(path, "utf8").split("\n").length - 1 }))
    .filter(({ lines }) => lines > 250);
  expect(long).toEqual([]);
});
