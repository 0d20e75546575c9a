/** What the commands of formulas do with what follows them, as far as finding letters needs it. */

/** `opaque` arguments hold words, lengths or names, no letters of the paper; `mark` belongs to its letter: `\hat{x}`. */
export interface Command {
  readonly kind: "letter" | "operator" | "mark" | "opaque" | "rows" | "delimiter" | "begin";
  /** Arguments in braces, or single tokens. */
  readonly count: number;
}

const GREEK =
  "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ell hbar imath jmath";
const MARKS =
  "hat tilde bar vec dot ddot check breve acute grave mathring widehat widetilde overline underline overrightarrow mathbb mathcal mathbf mathfrak mathsf mathit mathrm mathscr mathtt boldsymbol bm bold";
const OPAQUE =
  "text textrm textit textbf textsf texttt textnormal operatorname operatorname* hspace hspace* mspace tag tag* label color phantom hphantom vphantom end kern mkern";
const ROWS = "sqrt boxed overbrace underbrace substack mathop mathbin mathrel mathord cancel";
const TWO_ROWS = "frac dfrac tfrac cfrac binom dbinom tbinom underset overset stackrel";
const DELIMITERS =
  "left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr";

const named = (names: string, kind: Command["kind"], count: number): [string, Command][] =>
  names.split(" ").map((name) => [`\\${name}`, { kind, count }]);

const COMMANDS = new Map([
  ...named(GREEK, "letter", 0),
  ...named(MARKS, "mark", 1),
  ...named(OPAQUE, "opaque", 1),
  ...named(ROWS, "rows", 1),
  ...named(TWO_ROWS, "rows", 2),
  ...named(DELIMITERS, "delimiter", 0),
  ...named("begin", "begin", 1),
]);

/** A command that is not listed stands for itself: a relation, an operator, a space. */
export const commandOf = (name: string): Command =>
  COMMANDS.get(name) ?? { kind: "operator", count: 0 };

/** Set like letters, but what they say is "mean of" and the like, so their scripts are formulas. */
export const OPERATOR_LETTERS: ReadonlySet<string> = new Set(["\\mathbb{E}", "\\mathrm{E}"]);

/** Environments whose name is followed by the list of their columns. */
export const WITH_COLUMNS: ReadonlySet<string> = new Set(["array", "darray", "alignedat"]);
