/** Which run a line of text asks for: one of our links, or a demo with settings, `wgan/ring?c=0.05&seed=7`. */
import { endOf, slugOf, type Demo } from "../../src/contract/demo.ts";
import { pagePath, unescapedLink } from "../../src/contract/page-path.ts";
import { toWire } from "../../src/contract/params.ts";
import { readReceipt, type Receipt, type Start } from "../../src/receipts/receipt.ts";
import { pairsOf, readSetup } from "../../src/contract/url.ts";
import { UsageError } from "../machine/usage.ts";

export interface Target extends Start {
  readonly demo: Demo;
  readonly eager: boolean;
  /** Where the link has it stop. */
  readonly stop?: number;
  readonly receipt?: Receipt;
}

/** The settings under `set` replace those of the text. Throws UsageError. */
export function targetOf(
  given: string,
  demos: readonly Demo[],
  set: readonly string[] = [],
): Target {
  const text = unescapedLink(given);
  const { demo, query } = isLink(text) ? fromLink(text, demos) : fromName(text, demos);
  const setup = readSetup(demo, withSettings(demo, query, set));
  if (setup.problems.length > 0) throw new UsageError(setup.problems.join(" "));
  const start = { seed: setup.seed, params: toWire(demo.params, setup.values) };
  const target = { ...start, demo, eager: setup.eager, stop: setup.stop };
  if (setup.receipt === undefined) return target;
  if (set.length > 0) {
    throw new UsageError(
      "The link carries a run with settings of its own: --set cannot change them.",
    );
  }
  const record = readReceipt(demo, start, setup.receipt);
  if ("problem" in record) throw new UsageError(record.problem);
  return { ...target, receipt: record.receipt };
}

/** How long the run is: as asked, or as the link has it, or the demo's own. Throws UsageError. */
export function stepsOf({ demo, receipt, stop }: Target, asked?: number): number {
  if (demo.steps) return asked ?? receipt?.step ?? stop ?? endOf(demo);
  if (asked !== undefined) throw new UsageError(`${demo.id} has no steps: leave --steps out.`);
  return 0;
}

const isLink = (text: string): boolean => /^(https?:\/\/|\/|\?)/.test(text);
const listed = (demos: readonly Demo[]): string => demos.map(({ id }) => id).join(", ");

function fromLink(text: string, demos: readonly Demo[]): { demo: Demo; query: string } {
  let link: URL;
  try {
    // Two slashes would begin with a host.
    link = new URL(text.replace(/^\/+/, "/"), "https://site.example/");
  } catch {
    throw new UsageError(`“${text}” is not a link.`);
  }
  const folders = pagePath(link.pathname).split("/").filter(Boolean);
  const paper = folders.find((each) => demos.some(({ id }) => id.startsWith(`${each}/`)));
  const note = paper ?? folders.at(-1) ?? "";
  const inNote = demos.filter(({ id }) => note === "" || id.startsWith(`${note}/`));
  if (inNote.length === 0)
    throw new UsageError(`The note “${note}” has no demo (demos: ${listed(demos)}).`);
  const named = inNote.filter((demo) => link.hash === `#${slugOf(demo)}`);
  const set = inNote.filter((demo) =>
    pairsOf(link.search).some(([key]) => key.startsWith(`${slugOf(demo)}.`)),
  );
  const [demo, ...others] = [named, set, inNote].find(({ length }) => length > 0)!;
  if (others.length > 0) {
    throw new UsageError(
      `The link could mean ${listed([demo!, ...others])}: name one, as in ${demo!.id}?seed=1.`,
    );
  }
  return { demo: demo!, query: link.search };
}

function fromName(text: string, demos: readonly Demo[]): { demo: Demo; query: string } {
  const [id, query = ""] = text.split("?") as [string, string?];
  const demo = demos.find((each) => each.id === id);
  if (!demo) throw new UsageError(`There is no demo “${id}” (demos: ${listed(demos)}).`);
  const known = new URLSearchParams();
  for (const [key, value] of pairsOf(query)) {
    known.append(
      key === "v" || key === "engine" || key.includes(".") ? key : `${slugOf(demo)}.${key}`,
      value,
    );
  }
  return { demo, query: `?${known}` };
}

function withSettings(demo: Demo, query: string, set: readonly string[]): string {
  const all = new URLSearchParams(pairsOf(query));
  for (const setting of set) {
    const [, name, value] = /^([^=]+)=(.*)$/.exec(setting) ?? [];
    if (name === undefined || value === undefined)
      throw new UsageError(`--set wants name=value, not “${setting}”.`);
    if (name !== "seed" && !Object.hasOwn(demo.params, name)) {
      const names = Object.keys(demo.params).join(", ");
      throw new UsageError(`${demo.id} has no setting “${name}” (settings: ${names}, seed).`);
    }
    all.set(`${slugOf(demo)}.${name}`, value);
  }
  return `?${all}`;
}
