/** Finds the letters of a paper in formulas. */
import type { PaperSymbol } from "../contract/paper.ts";
import { bestAt, patternOf } from "./symbol-pattern.ts";
import { atomsOf, type Atom, type Row } from "./tex-atoms.ts";

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

const slug = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/** Names of symbols in attributes and anchors: "clipping bound" is `clipping-bound`, a second one `clipping-bound-2`. */
export function symbolIds(symbols: readonly Pick<PaperSymbol, "name">[]): string[] {
  const seen = new Map<string, number>();
  return symbols.map(({ name }) => {
    const id = slug(name);
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count > 1 ? `${id}-${count}` : id;
  });
}

/** An expression, `t-1` or `x\sim p`, is read; a single letter or a word at a letter is part of its name: `P_r`, `h^{enc}`. */
const isExpression = ({ atoms }: Row): boolean =>
  atoms.length > 1 && atoms.some(({ letter, nucleus }) => !letter && nucleus !== "");

/** The exponential function, whose exponent is a formula; `e_s` is a letter like any other. */
const isPowerOfE = ({ nucleus, sub, sup }: Atom): boolean => nucleus === "e" && !!sup && !sub;

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
 * @throws Error for an entry that is no formula
 */
export function symbolMatcher(symbols: readonly PaperSymbol[]): (tex: string) => Matches {
  const ids = symbolIds(symbols);
  const patterns = symbols
    .flatMap(({ tex, also = [] }, i) => [tex, ...also].map((each) => patternOf(ids[i]!, each)))
    .toSorted((a, b) => b.weight - a.weight);

  return (tex) => {
    const found: Occurrence[] = [];
    const missed: string[] = [];
    const search = ({ atoms, bare }: Row): void => {
      for (let i = 0; i < atoms.length; i += 1) {
        const atom = atoms[i]!;
        const name = nameLength(atoms, i);
        const match = bestAt(patterns, atoms, i);
        const isMatch = match && match.atoms.length >= name;
        if (isMatch) {
          const { end } = atoms[i + match.atoms.length - 1]!;
          found.push({ id: match.id, start: atom.start, end, bare });
          i += match.atoms.length - 1;
          continue;
        }
        if (name > 0) {
          i += name - 1;
          continue;
        }
        const named = atom.letter && !isPowerOfE(atom);
        if (named && atom.rows.length === 0) missed.push(tex.slice(atom.start, atom.end));
        for (const part of atom.rows) search(part);
        for (const script of [atom.sub, atom.sup]) {
          if (script && (!named || isExpression(script))) search(script);
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
