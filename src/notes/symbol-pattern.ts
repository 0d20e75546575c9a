/** Whether a part of a formula is a given symbol: the same letter, with scripts that make no other letter of it. */
import { atomsOf, normalOf, type Atom, type Row } from "./tex-atoms.ts";

export interface Pattern {
  readonly id: string;
  readonly atoms: readonly Atom[];
  /** An entry `\sigma(\cdot)` is the function: the letter before an argument. */
  readonly called: boolean;
  readonly weight: number;
}

const CALLED = /\(\\cdot\)$/;

/** @throws Error for what is no formula */
export function patternOf(id: string, tex: string): Pattern {
  const called = CALLED.test(tex);
  const atoms = atomsOf(tex.replace(CALLED, ""));
  if (!atoms || atoms.length === 0) throw new Error(`the symbol “${tex}” is no formula`);
  const { sub, sup } = atoms.at(-1)!;
  const scripts = Number(!!sub) + Number(!!sup);
  return { id, atoms, called, weight: 4 * atoms.length + scripts + Number(called) };
}

/** Letters customary for what runs, and what is made of them: `i`, `t-1`, `ij`, `0`. */
const INDEX = /^(?=.*[\w\\])(?:[abijklmnpstTKLN\d](?![a-z]{2})|\\ell|[+\-,()])+$/;
/** An index that stands for all of them: an entry `h_t` also explains `h_{t-1}` and `h_0`, but `z_1` is one layer. */
const RUNNING = /^[aijklmnst]{1,2}(?:[+\-,].*)?$/;
/** Powers and the transpose change no letter: `c^{H+1}`, `x^\top`. */
const POWER = /^(?:[A-Za-z](?![A-Za-z])|\\top|\\ell|[\d+\-,()])+$/;

type Fit = (wanted: Row | undefined, present: Row | undefined, free: RegExp) => boolean;

const same: Fit = (wanted, present) => wanted?.normal === present?.normal;

/** Another index in the place of one. */
const shifted: Fit = (wanted, present) =>
  same(wanted, present, INDEX) ||
  (!!wanted && !!present && RUNNING.test(wanted.normal) && INDEX.test(present.normal));

/** An index or a power where the entry names none. */
const loose: Fit = (wanted, present, free) =>
  shifted(wanted, present, free) || (!wanted && !!present && free.test(present.normal));

/** From strict to lenient: scripts as in the entry, then with a power, another index, an index that the entry lacks. */
const READINGS: readonly { readonly sub: Fit; readonly sup: Fit }[] = [
  { sub: same, sup: same },
  { sub: same, sup: loose },
  { sub: shifted, sup: loose },
  { sub: loose, sup: loose },
];

/** The pattern that fits best at a place; of those that fit equally, the first. */
export function bestAt(
  patterns: readonly Pattern[],
  atoms: readonly Atom[],
  at: number,
): Pattern | undefined {
  const candidates = patterns.filter((pattern) => lettersFit(pattern, atoms, at));
  for (const { sub, sup } of candidates.length > 0 ? READINGS : []) {
    const found = candidates.find((pattern) => {
      const want = pattern.atoms.at(-1)!;
      const atom = atoms[at + pattern.atoms.length - 1]!;
      return sub(want.sub, atom.sub, INDEX) && sup(want.sup, atom.sup, POWER);
    });
    if (found) return found;
  }
  return undefined;
}

const lettersFit = (
  { atoms: wanted, called }: Pattern,
  atoms: readonly Atom[],
  at: number,
): boolean =>
  wanted.every((want, i) => {
    const atom = atoms[at + i];
    if (atom?.nucleus !== want.nucleus) return false;
    return i === wanted.length - 1 || normalOf(atom) === normalOf(want);
  }) &&
  (!called || atoms[at + wanted.length]?.nucleus === "(");
