/**
 * The rule for scripts: what a page needs before Run is its shell, with the machinery of figures where it has some, and the
 * heaviest of its figures, with what runs it where it has steps. A figure's own part is fetched when the reader comes near it, so
 * that figures don't add up.
 */
import { scriptsOf, stylesOf, type Manifest } from "./manifest.ts";

/** kB of gzipped script a page. ours: a slow phone parses this in about half a second. */
const PAGE_BUDGET = 100;
/** kB of gzipped script that one demo brings to the page. ours: twice what the first demo needs. */
const DEMO_BUDGET = 12;

const SHELL = "index.html";
const MACHINERY = "src/app/DemoMount.tsx";
/** The bar, which a figure with steps fetches too. */
const RUNNING = "src/figure/PlayBar.tsx";
/** Charts, which only the whole one has; a page is served with them, and their code comes with Run or the reader's hand. */
const CHARTS = "src/figure/Charts.tsx";

export interface PageContent {
  /** Ids of its demos, like `"wgan/ring"`. */
  readonly demos: readonly string[];
  /** Those of them that have steps. */
  readonly stepped: readonly string[];
  /** Those that stand there whole and have steps. */
  readonly charted: readonly string[];
  /** Scripts and style sheets that its HTML names. */
  readonly linked: readonly string[];
  /** Style sheets that are part of one that it names. */
  readonly joined: readonly string[];
}

export interface ScriptSizes {
  /** For each page, kB: without figures' own parts, and with the heaviest of them. */
  readonly pages: Readonly<
    Record<string, { readonly shell: number; readonly heaviest: string; readonly script: number }>
  >;
  /** For each demo the kB of all that its part of the page needs beyond the machinery, also of what it shares with other figures. */
  readonly demos: Readonly<Record<string, number>>;
}

const partsOf = (id: string): string[] => [
  `src/papers/${id}/demo.ts`,
  `src/papers/${id}/views.tsx`,
];

/** Where the parts of a paper's demos are found, which a page fetches before any of them. */
const tableOf = (id: string): string => `src/papers/${id.split("/")[0]}/paper.ts?demos`;

/** Chunks that are there before any figure is near. */
const before = (demos: readonly string[]): string[] => [
  SHELL,
  ...(demos.length > 0 ? [MACHINERY, ...new Set(demos.map(tableOf))] : []),
];

/** What the figures of some of its demos need to run. */
const runningOf = ({ stepped }: PageContent, ids: readonly string[]): string[] =>
  ids.some((id) => stepped.includes(id)) ? [RUNNING] : [];

/** Scripts that these chunks bring beyond those that are there. */
function ownScripts(manifest: Manifest, keys: string[], present: string[]): string[] {
  const missing = [...present, ...keys].find((key) => !manifest[key]);
  if (missing) throw new Error(`The build has no chunk for ${missing}.`);
  const there = scriptsOf(manifest, present);
  return [...scriptsOf(manifest, keys)].filter((file) => !there.has(file));
}

/** `kB` weighs files of the build, together. */
export function scriptSizes(
  manifest: Manifest,
  pages: Readonly<Record<string, PageContent>>,
  kB: (files: Iterable<string>) => number,
): ScriptSizes {
  const ids = [...new Set(Object.values(pages).flatMap(({ demos }) => demos))].toSorted();
  const demos = Object.fromEntries(
    ids.map((id) => [id, kB(ownScripts(manifest, partsOf(id), before([id])))]),
  );
  const rows = Object.entries(pages).map(([path, page]) => {
    const scripts = page.linked.filter((file) => file.endsWith(".js"));
    const shell = kB(new Set([...scriptsOf(manifest, before(page.demos)), ...scripts]));
    const figure = (id: string): number =>
      kB(ownScripts(manifest, [...partsOf(id), ...runningOf(page, [id])], before(page.demos)));
    const heaviest = page.demos.toSorted((a, b) => figure(b) - figure(a))[0] ?? "";
    return [path, { shell, heaviest, script: shell + (heaviest ? figure(heaviest) : 0) }] as const;
  });
  return { pages: Object.fromEntries(rows), demos };
}

/** Style sheets of a page with its figures. */
export function pageStyles(manifest: Manifest, page: PageContent): Set<string> {
  const charts = page.charted.length > 0 ? [CHARTS] : [];
  const running = [...runningOf(page, page.demos), ...charts];
  const sheets = stylesOf(manifest, [
    ...before(page.demos),
    ...running,
    ...page.demos.flatMap(partsOf),
  ]);
  const named = page.linked.filter((file) => file.endsWith(".css"));
  return new Set([...sheets, ...named].filter((file) => !page.joined.includes(file)));
}

const rounded = (kB: number): string => kB.toFixed(1);

/** A sentence for each budget that does not hold. */
export function overBudget({ pages, demos }: ScriptSizes): string[] {
  const ofPages = Object.entries(pages)
    .filter(([, { script }]) => script > PAGE_BUDGET)
    .map(([path, { shell, heaviest, script }]) =>
      heaviest === ""
        ? `${path} needs ${rounded(script)} kB of script; the budget is ${PAGE_BUDGET} kB.`
        : `${path} needs ${rounded(script)} kB of script before Run: ${rounded(shell)} kB of shell and figures’ machinery, and ${rounded(script - shell)} kB of its heaviest figure, ${heaviest}. The budget is ${PAGE_BUDGET} kB.`,
    );
  const ofDemos = Object.entries(demos)
    .filter(([, size]) => size > DEMO_BUDGET)
    .map(
      ([id, size]) =>
        `${id} brings ${rounded(size)} kB of script to its page; the budget of one demo is ${DEMO_BUDGET} kB.`,
    );
  return [...ofPages, ...ofDemos];
}
