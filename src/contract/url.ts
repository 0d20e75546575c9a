/**
 * Settings of demos in the query of a link: `?ring.c=0.1&ring.seed=7&v=1`. Defaults are left out, keys are sorted.
 * Reading is total: any string gives values in range and sentences about what was corrected.
 */
import { slugOf, type Demo } from "./demo.ts";
import { defaults, toWire, type Wire } from "./params.ts";
import { readings } from "./written-number.ts";

const VERSION = "1";
/** Longer queries are not ours, and none is offered. */
export const MAX_LENGTH = 8192;
/** Seeds are whole numbers of 32 bits: the width of the generator's key words. */
export const MAX_SEED = 0xffffffff;
export const DEFAULT_SEED = 1;
/** Beside the names of settings: where a link keeps the record of a run. */
const RECEIPT = "receipt";
/** Beside the names of settings: how far a run goes by itself. */
const STOP = "stop";
const MAX_STOP = 1_000_000;
/** Of all demos: how their steps are computed. */
const ENGINE = "engine";
/** More notices than this say nothing more. */
const MAX_PROBLEMS = 5;

export interface Setup {
  readonly values: Readonly<Record<string, unknown>>;
  readonly seed: number;
  /** Every step computed plainly, without replaying a record: `engine=eager`, for comparing. */
  readonly eager: boolean;
  /** The step at which a run stops by itself, where it is not the demo's own. */
  readonly stop?: number;
  /** The record of a run that the link carries, unread: see `receipt.ts`. */
  readonly receipt?: string;
  /** What the link asked for and could not have, a sentence each. */
  readonly problems: readonly string[];
}

/** What a link says of a demo. */
export type Shared = Pick<Setup, "values" | "seed" | "stop" | "receipt">;

type Pair = [key: string, text: string];

/** The pairs of a query. A link that was escaped as HTML and never read as such has `&amp;` between them. */
export const pairsOf = (query: string): Pair[] =>
  [...new URLSearchParams(query)].map(([key, text]) => [key.replace(/^(?:amp;)+/, ""), text]);

/** Of a query what demos of these names read, and none of what mailers and search engines hang on. */
export const ownQuery = (query: string, slugs: readonly string[]): string =>
  `?${new URLSearchParams(
    pairsOf(query).filter(
      ([key]) => key === ENGINE || slugs.some((slug) => key.startsWith(`${slug}.`)),
    ),
  )}`;

/** Reads one demo's part of a query. */
export function readSetup(demo: Demo, query: string): Setup {
  const values: Record<string, unknown> = { ...defaults(demo.params) };
  const problems: string[] = [];
  let seed = DEFAULT_SEED;
  let receipt: string | undefined;
  let stop: number | undefined;
  if (query.length > MAX_LENGTH) {
    return {
      values,
      seed,
      eager: false,
      problems: ["The link is too long: its settings were ignored."],
    };
  }
  const whole = (
    label: string,
    text: string,
    least: number,
    most: number,
    instead: number | string,
  ): number | undefined => {
    const [number = Number.NaN, ...others] = readings(text, true);
    const isOne = Number.isInteger(number) && others.length === 0;
    if (isOne && number >= least && number <= most) return number;
    problems.push(
      `${label}: “${text.slice(0, 40)}” is not a whole number from ${least} to ${most}, so it is ${instead}.`,
    );
    return undefined;
  };
  const prefix = `${slugOf(demo)}.`;
  const pairs = pairsOf(query);
  const given = new Map<string, string>();
  for (const [key, text] of pairs) {
    if (!key.startsWith(prefix)) continue;
    const asked = key.slice(prefix.length);
    const name = (Object.hasOwn(demo.renamed ?? {}, asked) && demo.renamed?.[asked]) || asked;
    if ((given.get(name) ?? text) !== text)
      problems.push(
        `The link has “${name.slice(0, 40)}” twice: the last, “${text.slice(0, 40)}”, counts.`,
      );
    given.set(name, text);
    if (name === "seed") {
      seed = whole("Seed", text, 0, MAX_SEED, DEFAULT_SEED) ?? DEFAULT_SEED;
    } else if (name === STOP && demo.steps) {
      stop = whole("The run’s end", text, 1, MAX_STOP, "the demo’s own");
    } else if (name === RECEIPT) {
      receipt = text;
    } else if (Object.hasOwn(demo.params, name)) {
      const { value, problem } = demo.params[name]!.parse(text);
      values[name] = value;
      if (problem) problems.push(problem);
    } else {
      problems.push(`This demo has no setting “${asked.slice(0, 40)}”: it was ignored.`);
    }
  }
  const more = problems.length - MAX_PROBLEMS;
  return {
    values,
    seed,
    eager: pairs.some(([key, text]) => key === ENGINE && text === "eager"),
    stop,
    receipt,
    problems: more > 0 ? [...problems.slice(0, MAX_PROBLEMS), `And ${more} more.`] : problems,
  };
}

/** What differs from the defaults, as text. */
export function changed(demo: Demo, values: Readonly<Record<string, unknown>>): Wire {
  const wire = toWire(demo.params, values);
  const standard = toWire(demo.params, defaults(demo.params));
  return Object.fromEntries(Object.entries(wire).filter(([name, text]) => text !== standard[name]));
}

/** `query` with one demo's part replaced; other demos' settings stay, ours are sorted, an empty query is "". */
export function writeSetup(demo: Demo, setup: Shared, query = ""): string {
  const prefix = `${slugOf(demo)}.`;
  const kept = pairsOf(query).filter(([key]) => key !== "v" && !key.startsWith(prefix));
  const own = Object.entries(changed(demo, setup.values)).map(([name, text]): Pair => [
    prefix + name,
    text,
  ]);
  if (setup.seed !== DEFAULT_SEED) own.push([`${prefix}seed`, String(setup.seed)]);
  if (setup.stop !== undefined) own.push([prefix + STOP, String(setup.stop)]);
  if (setup.receipt) own.push([prefix + RECEIPT, setup.receipt]);
  const all = [...kept, ...own];
  if (all.length === 0) return "";
  if (own.length > 0 || kept.some(([key]) => key.includes("."))) all.push(["v", VERSION]);
  all.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `?${new URLSearchParams(all)}`;
}
