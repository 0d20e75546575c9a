/** What a paper is, as plain data: its citation, its letters and where our demos differ from it. */

/** One letter of the paper: the note's table of notation and the popovers are made of these. */
export interface PaperSymbol {
  /** KaTeX source, `"f_w"`. */
  readonly tex: string;
  /** Other ways in which formulas write it, where an index or a power is not all that differs: `"h^{enc}_0"`, `"K_{\\max}"`. */
  readonly also?: readonly string[];
  readonly name: string;
  /** What it stands for, in a sentence; may hold `$…$` formulas. */
  readonly meaning: string;
  /** Shape in the paper's letters, `"[m, 1]"`. */
  readonly shape?: string;
  /** The setting that changes it, `"ring.c"`: slug of the demo, name of the parameter. */
  readonly control?: string;
}

/** One place where a demo does other than the paper says. */
export interface Deviation {
  readonly id: string;
  /** `"wgan/ring"`. */
  readonly demo: string;
  readonly paper: string;
  readonly here: string;
  readonly why: string;
}

export interface Paper {
  /** Folder under `papers`. */
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly year: number;
  readonly venue: string;
  /** arXiv identifier and the version that sections and equations are numbered after. */
  readonly arxiv: string;
  readonly version: string;
  readonly symbols: readonly PaperSymbol[];
  readonly deviations: readonly Deviation[];
}
