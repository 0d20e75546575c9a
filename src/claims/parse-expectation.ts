/** Reads expectations. Total: any text gives an expectation, or a sentence that says what is wrong and where. */
import {
  RELATIONS,
  SUMMARIES,
  WHOLE,
  type Comparison,
  type Curve,
  type Expectation,
  type Quantity,
  type Span,
  type Term,
} from "./expectation.ts";

export type ParsedExpectation =
  | { readonly expectation: Expectation }
  /** `at` counts characters from 0. */
  | { readonly problem: string; readonly at: number };

interface Token {
  readonly kind: "number" | "name" | "quoted" | "sign" | "end";
  readonly text: string;
  readonly at: number;
}

const TOKEN =
  /(?<number>-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)|(?<name>[A-Za-z_]\w*)|(?<quoted>'(?:[^']|'')+')|(?<sign>\.\.|<=|>=|[<>=().,[\]])/y;
const FUNCTIONS: readonly string[] = [...SUMMARIES, "rank"];

class Unreadable extends Error {
  readonly at: number;
  constructor(problem: string, at: number) {
    super(problem);
    this.at = at;
  }
}

/**
 * Grammar: `term (< | <= | > | >= | =) term` or `quantity in [low, high]`, joined by `and`. A curve is `em`, of a branch
 * `in.em`, of one of two runs `a.em` or `a.in.em`; names may stand in single quotes, of which two are one within.
 */
export function parseExpectation(text: string): ParsedExpectation {
  try {
    return { expectation: read(tokensOf(text)) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { problem: `${error.message} (character ${error.at + 1})`, at: error.at };
  }
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    at += /^\s*/.exec(text.slice(at))![0].length;
    if (at >= text.length) return [...tokens, { kind: "end", text: "the end", at }];
    TOKEN.lastIndex = at;
    const groups = TOKEN.exec(text)?.groups;
    if (!groups && text[at] === "'")
      throw new Unreadable("these quotes have no name or no end", at);
    if (!groups) throw new Unreadable(`“${text.slice(at, at + 1)}” has no meaning here`, at);
    const [kind, found] = Object.entries(groups).find(([, part]) => part !== undefined)!;
    tokens.push({ kind: kind as Token["kind"], text: found, at });
    at += found.length;
  }
}

function read(tokens: readonly Token[]): Expectation {
  let next = 0;
  const peek = (): Token => tokens[next]!;
  const take = (): Token => tokens[next === tokens.length - 1 ? next : next++]!;
  const here = ({ kind, text }: Token): string => (kind === "end" ? "the end" : `“${text}”`);
  const fail = (wanted: string, token = peek()): never => {
    throw new Unreadable(`${wanted} is missing before ${here(token)}`, token.at);
  };
  const sign = (text: string): void => {
    if (peek().text !== text || peek().kind !== "sign") fail(`“${text}”`);
    take();
  };
  const follows = (text: string): boolean => {
    const found = peek().text === text && peek().kind !== "end";
    if (found) take();
    return found;
  };
  const number = (): number => Number(peek().kind === "number" ? take().text : fail("a number"));

  const named = (): Token =>
    ["name", "quoted"].includes(peek().kind) ? take() : fail("the name of a metric or measure");
  const nameOf = ({ kind, text }: Token): string =>
    kind === "quoted" ? text.slice(1, -1).replaceAll("''", "'") : text;

  function curve(): Curve {
    const parts = [named()];
    while (parts.length < 3 && follows(".")) parts.push(named());
    const [first] = parts as [Token];
    // In quotes it is a branch of that name.
    const run = first.text === "a" || first.text === "b" ? first.text : null;
    if (parts.length === 3 && run === null)
      throw new Unreadable(`runs are called a and b, not ${here(first)}`, first.at);
    const names = parts.map(nameOf);
    const name = names.at(-1)!;
    if (parts.length === 1) return { run: null, branch: null, name };
    if (parts.length === 3) return { run, branch: names[1]!, name };
    return run ? { run, branch: null, name } : { run, branch: names[0]!, name };
  }

  /** `, 0.5..1`, where it stands. */
  function span(): Span {
    if (!follows(",")) return WHOLE;
    const { at } = peek();
    const from = number();
    sign("..");
    return ordered([from, number()], 0, 1, at);
  }

  function ordered([low, high]: Span, least: number, most: number, at: number): Span {
    if (low >= least && low < high && high <= most) return [low, high];
    const within = most === 1 ? " within 0 to 1, shares of the run" : "";
    throw new Unreadable(`${low} to ${high} is not a range${within}`, at);
  }

  function quantity(): Quantity {
    const { text, at } = peek();
    if (tokens[next + 1]?.text !== "(") return { kind: "end", of: curve() };
    if (!FUNCTIONS.includes(text))
      throw new Unreadable(`there is no “${text}(…)”, only ${FUNCTIONS.join(", ")}`, at);
    take();
    sign("(");
    const of = curve();
    let made: Quantity;
    if (text === "rank") {
      sign(",");
      made = { kind: text, of, and: curve(), span: span() };
    } else {
      made = { kind: text as (typeof SUMMARIES)[number], of, span: span() };
    }
    sign(")");
    return made;
  }

  const term = (): Term => (peek().kind === "number" ? number() : quantity());

  function comparison(): Comparison {
    const start = peek().at;
    const left = term();
    if (peek().text === "in" && typeof left !== "number") {
      take();
      sign("[");
      const { at } = peek();
      const low = number();
      sign(",");
      const high = number();
      sign("]");
      return { relation: "in", left, bounds: ordered([low, high], -Infinity, Infinity, at) };
    }
    const relation =
      RELATIONS.find((one) => one === peek().text) ?? fail("a comparison such as < or in [0, 1]");
    take();
    const right = term();
    if (typeof left === "number" && typeof right === "number")
      throw new Unreadable("both sides are numbers: nothing is measured", start);
    return { relation, left, right };
  }

  const comparisons = [comparison()];
  while (follows("and")) comparisons.push(comparison());
  if (peek().kind !== "end") fail("“and” or the end");
  return comparisons;
}
