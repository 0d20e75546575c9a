/** Finds the letters of a paper in formulas. */
import type { PaperFacts } from "./note.ts";
import { atomsOf, normalOf, type Atom, type Row } from "./tex-atoms.ts";

type PaperSymbol = PaperFacts["symbols"][number];

/** Where one stands in a formula: a letter with its scripts. */
export interface Occurrence {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** It is a script or an argument without braces, and needs some around it. */
  readonly bare: boolean;
}

export interface Matches {
  readonly found: readonly Occurrence[];
  /** Letters that no entry explains, as they are written. */
  readonly missed: readonly string[];
}

interface Pattern {
  readonly id: string;
  readonly atoms: readonly Atom[];
  readonly weight: number;
}

/** Name of a symbol in attributes and anchors: "clipping bound" is `clipping-bound`. */
export const symbolId = ({ name }: Pick<PaperSymbol, "name">): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/** A letter may carry an index that its entry does not name: `x_i`, `x_{t-1}`, `x_{ij}`. Other scripts make another letter of it. */
const INDEX = /^(?:[bijklmnstT\d](?![a-z]{2})|\\ell|[+\-,()])+$/;
/** And it may be raised to a power or transposed: `c^{H+1}`, `x^\top`. */
const POWER = /^(?:[A-Za-z](?![A-Za-z])|\\top|\\ell|[\d+\-,()])+$/;

const fits = (wanted: Row | undefined, present: Row | undefined, free: RegExp): boolean =>
  wanted ? wanted.normal === present?.normal : !present || free.test(present.normal);

function startsAt(atoms: readonly Atom[], at: number, { atoms: wanted }: Pattern): boolean {
  return wanted.every((want, i) => {
    const atom = atoms[at + i];
    if (atom?.nucleus !== want.nucleus) return false;
    if (i < wanted.length - 1) return normalOf(atom) === normalOf(want);
    return fits(want.sub, atom.sub, INDEX) && fits(want.sup, atom.sup, POWER);
  });
}

/** An expression, `t-1` or `x\sim p`, is read; a single letter or a word at a letter is part of its name: `P_r`, `h^{enc}`. */
const isExpression = ({ atoms }: Row): boolean =>
  atoms.length > 1 && atoms.some(({ letter, nucleus }) => !letter && nucleus !== "");

/** How many atoms from here on are capitals written together, `KL` or `JS`: a name, in which K is no Lipschitz constant. */
function nameLength(atoms: readonly Atom[], at: number): number {
  let end = at;
  while (
    /^[A-Z]$/.test(atoms[end]?.nucleus ?? "") &&
    !atoms[end]!.sub &&
    !atoms[end]!.sup &&
    (end === at || atoms[end - 1]!.end === atoms[end]!.start)
  ) {
    end += 1;
  }
  return end - at > 1 ? end - at : 0;
}

/**
 * What finds the symbols: longest first, and `x_t` before `x`, whatever their order in `paper.ts`.
 * @throws Error for an entry that is no formula, or two entries of one name
 */
export function symbolMatcher(symbols: readonly PaperSymbol[]): (tex: string) => Matches {
  const ids = symbols.map(symbolId);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice) throw new Error(`two symbols of the paper are called “${twice}”`);
  const patterns = symbols
    .flatMap((symbol, i) =>
      [symbol.tex, ...(symbol.also ?? [])].map((tex): Pattern => {
        const atoms = atomsOf(tex);
        if (!atoms || atoms.length === 0) throw new Error(`the symbol “${tex}” is no formula`);
        const { sub, sup } = atoms.at(-1)!;
        return { id: ids[i]!, atoms, weight: 4 * atoms.length + Number(!!sub) + Number(!!sup) };
      }),
    )
    .toSorted((a, b) => b.weight - a.weight);

  return (tex) => {
    const found: Occurrence[] = [];
    const missed: string[] = [];
    const search = ({ atoms, bare }: Row): void => {
      for (let i = 0; i < atoms.length; i += 1) {
        const atom = atoms[i]!;
        const name = nameLength(atoms, i);
        const match = patterns.find(
          (pattern) => pattern.atoms.length >= name && startsAt(atoms, i, pattern),
        );
        if (match) {
          const { end } = atoms[i + match.atoms.length - 1]!;
          found.push({ id: match.id, start: atom.start, end, bare });
          i += match.atoms.length - 1;
          continue;
        }
        if (name > 0) {
          i += name - 1;
          continue;
        }
        const group = atom.rows.length > 0;
        if (atom.letter && !group) missed.push(tex.slice(atom.start, atom.end));
        for (const part of atom.rows) search(part);
        for (const script of [atom.sub, atom.sup]) {
          if (script && (!atom.letter || isExpression(script))) search(script);
        }
      }
    };
    const atoms = atomsOf(tex);
    if (atoms) search({ atoms, bare: false, normal: "" });
    return { found: found.toSorted((a, b) => a.start - b.start), missed };
  };
}

/** The formula with each occurrence inside `\htmlData{symbol=…}{…}`, which KaTeX turns into an attribute. */
export function marked(tex: string, found: readonly Occurrence[]): string {
  let made = "";
  let done = 0;
  for (const { id, start, end, bare } of found) {
    const wrapped = `\\htmlData{symbol=${id}}{${tex.slice(start, end)}}`;
    made += tex.slice(done, start) + (bare ? `{${wrapped}}` : wrapped);
    done = end;
  }
  return made + tex.slice(done);
}
