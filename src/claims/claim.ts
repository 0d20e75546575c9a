/** A sentence's claim about runs of a demo, as a note writes it, and what was found when it was replayed. */
import { slugOf } from "../contract/demo.ts";
import type { Wire } from "../contract/params.ts";
import { MAX_SEED } from "../contract/url.ts";
import {
  curvesOf,
  curveText,
  expectationText,
  quantitiesOf,
  type Expectation,
} from "./expectation.ts";
import { parseExpectation } from "./parse-expectation.ts";

export interface ClaimRun {
  /** `paper/demo`. */
  readonly demo: string;
  /** What differs from the demo's defaults, as written, by name in alphabetical order. */
  readonly settings: Wire;
}

export interface Claim {
  /** One run, or two that are compared seed by seed: `a` and `b`. */
  readonly runs: readonly [ClaimRun, ClaimRun?];
  /** 0 for demos without steps. */
  readonly steps: number;
  readonly seeds: readonly number[];
  readonly expect: Expectation;
  /** How many of the seeds must agree. */
  readonly needed: number;
}

const CLAIM_ATTRIBUTES = ["run", "a", "b", "steps", "seeds", "expect", "agree"] as const;
type Attributes = Readonly<Record<string, string | null | undefined>>;
const MOST_SEEDS = 100;

class Unclear extends Error {}

/** Reads a claim's attributes. Total: what cannot be read is named in `problem`. */
export function readClaim(
  attributes: Attributes,
): { readonly claim: Claim } | { readonly problem: string } {
  try {
    return { claim: read(attributes) };
  } catch (error) {
    if (!(error instanceof Unclear)) throw error;
    return { problem: error.message };
  }
}

function read(attributes: Attributes): Claim {
  const unknown = Object.keys(attributes).find((name) => !CLAIM_ATTRIBUTES.includes(name as never));
  if (unknown)
    throw new Unclear(`a claim has no “${unknown}” (known: ${CLAIM_ATTRIBUTES.join(", ")})`);
  const { run, a, b, steps: stepText, seeds: count, expect: text, agree } = attributes;
  if (run ? a || b : !(a && b))
    throw new Unclear('a claim names one run, `run="…"`, or two, `a="…" b="…"`');
  const runs = (run ? [run] : [a!, b!]).map(readRun);
  const ownSeeds = new Set(runs.flatMap(({ seed }) => seed ?? []));
  if (ownSeeds.size > 1 || (ownSeeds.size > 0 && count))
    throw new Unclear("a claim has one set of seeds: a `seed` in its run, or `seeds`");
  const [seed = 1] = ownSeeds;
  const seeds = count
    ? Array.from({ length: whole("seeds", count, 1, MOST_SEEDS) }, (_, i) => i + 1)
    : [seed];
  return {
    runs: runs.map(({ demo, settings }) => ({ demo, settings })) as [ClaimRun, ClaimRun?],
    steps: whole("steps", stepText || "0", 0, 1e6),
    seeds,
    expect: readExpectation(text ?? "", runs.length === 2),
    needed: readAgree(agree, seeds.length),
  };
}

function whole(name: string, text: string, least: number, most: number): number {
  const number = /^(0|[1-9]\d{0,6})$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new Unclear(`${name}="${text}" is not a whole number from ${least} to ${most}`);
}

function readRun(text: string): ClaimRun & { readonly seed?: number } {
  const [demo = "", query = ""] = text.split("?");
  const prefix = `${slugOf({ id: demo })}.`;
  let seed: number | undefined;
  const settings: [string, string][] = [];
  for (const [key, value] of new URLSearchParams(query)) {
    const name = key.startsWith(prefix) ? key.slice(prefix.length) : key;
    if (name === "seed") {
      if (!/^\d{1,10}$/.test(value) || Number(value) > MAX_SEED)
        throw new Unclear(`seed=${value} is not a whole number from 0 to ${MAX_SEED}`);
      seed = Number(value);
    } else if (name !== "v") settings.push([name, value]);
  }
  settings.sort(([x], [y]) => (x < y ? -1 : 1));
  return {
    demo,
    settings: Object.fromEntries(settings),
    ...(seed === undefined ? {} : { seed }),
  };
}

function readExpectation(text: string, two: boolean): Expectation {
  const parsed = parseExpectation(text);
  if ("problem" in parsed) throw new Unclear(`expect="${text}": ${parsed.problem}`);
  const curves = quantitiesOf(parsed.expectation).flatMap(curvesOf);
  const odd = curves.find(({ run }) => (run !== null) !== two);
  if (odd) {
    const alone = curveText({ ...odd, run: null });
    throw new Unclear(
      two
        ? `expect="${text}": of which run is “${alone}”? Write a.${alone} or b.${alone}`
        : `expect="${text}": there is one run, so write ${alone} without “${odd.run}.”`,
    );
  }
  return parsed.expectation;
}

function readAgree(text: string | null | undefined, seeds: number): number {
  if (!text) return seeds;
  const [, part, of] = /^(\d+)\/(\d+)$/.exec(text)?.map(Number) ?? [];
  if (!part || !of || part > of) throw new Unclear(`agree="${text}" is no share like 4/5`);
  return Math.ceil((seeds * part) / of);
}

const runText = ({ demo, settings }: ClaimRun): string => {
  const query = String(new URLSearchParams(settings));
  return query ? `${demo}?${query}` : demo;
};

const seedText = (seeds: readonly number[]): string =>
  seeds.length > 1 ? `seeds ${seeds[0]} to ${seeds.at(-1)}` : `seed ${seeds[0]}`;

/** Names the claim by all that it says: the key of its result. */
export function claimKey({ runs, steps, seeds, expect, needed }: Claim): string {
  const [a, b] = runs;
  const of = b ? `a = ${runText(a)}, b = ${runText(b)}` : runText(a);
  const agree = needed < seeds.length ? `, in ${needed} of ${seeds.length}` : "";
  const long = steps > 0 ? `; ${steps} steps` : "";
  return `${expectationText(expect)}; ${of}${long}; ${seedText(seeds)}${agree}`;
}

/**
 * The query that opens a run's demo with the given settings and seed, and has it stop by itself after `stop` steps, unless
 * that is 0. Never empty: a link to it leaves no others standing.
 */
export function claimQuery({ demo, settings }: ClaimRun, seed: number, stop = 0): string {
  const prefix = `${slugOf({ id: demo })}.`;
  const entries = Object.entries({
    ...settings,
    ...(seed === 1 ? {} : { seed: String(seed) }),
    ...(stop === 0 ? {} : { stop: String(stop) }),
  });
  const named = entries.map(([name, value]) => [prefix + name, value] as [string, string]);
  return `?${new URLSearchParams([...named.sort(([x], [y]) => (x < y ? -1 : 1)), ["v", "1"]])}`;
}
