/**
 * The structure of a formula: atoms (a letter with its marks and scripts, an operator, a bracket) in rows (the formula
 * itself, the arguments of a fraction, a script). It knows as much TeX as finding the letters of a paper needs.
 */
import { commandOf, OPERATOR_LETTERS, WITH_COLUMNS } from "./tex-commands.ts";
import { tokensOf, type Token } from "./tex-tokens.ts";

export interface Atom {
  /** Its range in the source, scripts included. */
  readonly start: number;
  readonly end: number;
  /** What it is without scripts, written one way: `\mathbb P` and `\mathbb{P}` are both `\mathbb{P}`. */
  readonly nucleus: string;
  /** A letter, with or without marks. */
  readonly letter: boolean;
  /** What it holds: the arguments of a fraction. */
  readonly rows: readonly Row[];
  readonly sub?: Row;
  readonly sup?: Row;
}

export interface Row {
  readonly atoms: readonly Atom[];
  /** Without braces of its own: the 2 of `x^2`. */
  readonly bare: boolean;
  readonly normal: string;
}

type Nucleus = Pick<Atom, "nucleus" | "letter" | "rows">;

const row = (atoms: readonly Atom[], bare = false): Row => ({
  atoms,
  bare,
  normal: atoms.map(normalOf).join(""),
});

/** An atom written one way, scripts in a fixed order. */
export const normalOf = ({ nucleus, sub, sup }: Atom): string =>
  nucleus + (sub ? `_{${sub.normal}}` : "") + (sup ? `^{${sup.normal}}` : "");

/** Null for what is no formula: KaTeX says what is wrong with it. */
export function atomsOf(tex: string): readonly Atom[] | null {
  const reader = new Reader(tex);
  try {
    const atoms = reader.atoms(null);
    return reader.done ? atoms : null;
  } catch (error) {
    if (error instanceof Unbalanced) return null;
    throw error;
  }
}

class Unbalanced extends Error {}

class Reader {
  readonly #tex: string;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tex: string) {
    this.#tex = tex;
    this.#tokens = tokensOf(tex);
  }

  get done(): boolean {
    return this.#at === this.#tokens.length;
  }

  /** Atoms up to the closing bracket, which is taken too; null stands for the end of the source. */
  atoms(closing: "}" | "]" | null): Atom[] {
    const atoms: Atom[] = [];
    while (!this.done && this.#peek() !== closing) {
      if (this.#peek() === "}") throw new Unbalanced();
      atoms.push(this.#atom());
    }
    if (closing !== null) this.#next();
    return atoms;
  }

  #peek(): string | undefined {
    return this.#tokens[this.#at]?.text;
  }

  #next(): Token {
    const token = this.#tokens[this.#at];
    if (!token) throw new Unbalanced();
    this.#at += 1;
    return token;
  }

  #atom(): Atom {
    const { start } = this.#tokens[this.#at]!;
    const nucleus = /^[_^']$/.test(this.#peek()!)
      ? { nucleus: "", letter: false, rows: [] }
      : this.#nucleus();
    const scripts: { sub?: Row; sup?: Row } = {};
    let primes = "";
    for (let next = this.#peek(); next !== undefined; next = this.#peek()) {
      if (next === "'") primes += this.#next().text;
      else if (next === "_" || next === "^") {
        this.#next();
        scripts[next === "_" ? "sub" : "sup"] = this.#argument();
      } else if (next === "\\limits" || next === "\\nolimits") this.#next();
      else break;
    }
    if (primes) {
      const { atoms = [], bare = false, normal = "" } = scripts.sup ?? {};
      scripts.sup = { atoms, bare, normal: primes + normal };
    }
    return { ...nucleus, ...scripts, start, end: this.#tokens[this.#at - 1]!.end };
  }

  #nucleus(): Nucleus {
    const { text } = this.#next();
    if (text === "{") {
      const inner = row(this.atoms("}"));
      const letter = inner.atoms.length === 1 && inner.atoms[0]!.letter;
      return { nucleus: inner.normal, letter, rows: [inner] };
    }
    if (text === "\\\\" && this.#peek() === "[") {
      this.#next();
      this.atoms("]");
    }
    if (!/^\\[A-Za-z]/.test(text))
      return { nucleus: text, letter: /^\p{L}$/u.test(text), rows: [] };
    return this.#command(text);
  }

  #command(name: string): Nucleus {
    const { kind, count } = commandOf(name);
    const plain = { nucleus: name, letter: kind === "letter", rows: [] };
    if (kind === "delimiter") return { ...plain, nucleus: this.#next().text };
    if (kind === "opaque") return { ...plain, nucleus: `${name}{${this.#words()}}` };
    if (kind === "begin") {
      if (WITH_COLUMNS.has(this.#words())) this.#words();
      return plain;
    }
    if (kind === "mark") {
      const nucleus = `${name}{${this.#argument().normal}}`;
      return { nucleus, letter: !OPERATOR_LETTERS.has(nucleus), rows: [] };
    }
    const rows: Row[] = [];
    if (count > 0 && this.#peek() === "[") {
      this.#next();
      rows.push(row(this.atoms("]")));
    }
    for (let i = 0; i < count; i += 1) rows.push(this.#argument());
    return { ...plain, nucleus: name + rows.map(({ normal }) => `{${normal}}`).join(""), rows };
  }

  #argument(): Row {
    if (this.#peek() === "{") {
      this.#next();
      return row(this.atoms("}"));
    }
    const { start } = this.#tokens[this.#at] ?? this.#next();
    const nucleus = this.#nucleus();
    return row([{ ...nucleus, start, end: this.#tokens[this.#at - 1]!.end }], true);
  }

  /** The next argument as it is written. */
  #words(): string {
    const first = this.#next();
    if (first.text !== "{") return first.text;
    let depth = 1;
    while (depth > 0) {
      const { text } = this.#next();
      depth += text === "{" ? 1 : text === "}" ? -1 : 0;
    }
    return this.#tex.slice(first.end, this.#tokens[this.#at - 1]!.start).trim();
  }
}
