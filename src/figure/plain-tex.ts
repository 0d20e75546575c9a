/**
 * The few letters that label controls, without a formula library: `\tau`, `n_{\text{critic}}`, `\hat{W}^2`.
 * Anything beyond that is shown as it is written.
 */

export interface Piece {
  readonly text: string;
  readonly place: "line" | "sub" | "sup";
  /** Variables slant; numbers, words and signs stand. */
  readonly slanted: boolean;
}

const LETTERS: Readonly<Record<string, string>> = {
  alpha: "α",
  beta: "β",
  gamma: "γ",
  delta: "δ",
  epsilon: "ϵ",
  varepsilon: "ε",
  zeta: "ζ",
  eta: "η",
  theta: "θ",
  kappa: "κ",
  lambda: "λ",
  mu: "μ",
  nu: "ν",
  xi: "ξ",
  pi: "π",
  rho: "ρ",
  sigma: "σ",
  tau: "τ",
  phi: "ϕ",
  varphi: "φ",
  psi: "ψ",
  omega: "ω",
  Gamma: "Γ",
  Delta: "Δ",
  Theta: "Θ",
  Lambda: "Λ",
  Sigma: "Σ",
  Phi: "Φ",
  Psi: "Ψ",
  Omega: "Ω",
  ell: "ℓ",
  nabla: "∇",
  infty: "∞",
  cdot: "·",
  times: "×",
  le: "≤",
  ge: "≥",
  in: "∈",
  sim: "∼",
  prime: "′",
  mid: "|",
  to: "→",
  ",": "\u2009",
};
/** Marks over the letter that follows, as combining characters. */
const ACCENTS: Readonly<Record<string, string>> = {
  hat: "\u0302",
  tilde: "\u0303",
  bar: "\u0304",
  dot: "\u0307",
};
const UPRIGHT = new Set(["text", "mathrm", "operatorname"]);
const TOKEN = /\\([A-Za-z]+|.)|([_^])|([{}])|([^\\_^{}])/g;

/** Splits TeX source into pieces to be set one after another. */
export function plainTex(tex: string): Piece[] {
  const pieces: Piece[] = [];
  let place: Piece["place"] = "line";
  let accent = "";
  let upright = false;
  let depth = 0;
  const add = (raw: string): void => {
    const text = accent ? (raw + accent).normalize("NFC") : raw;
    const slanted = !upright && /\p{L}/u.test(raw);
    const last = pieces[pieces.length - 1];
    if (last && last.place === place && last.slanted === slanted) {
      pieces[pieces.length - 1] = { ...last, text: last.text + text };
    } else {
      pieces.push({ text, place, slanted });
    }
    accent = "";
    if (depth === 0) {
      place = "line";
      upright = false;
    }
  };
  for (const [, command, script, brace, sign] of tex.matchAll(TOKEN)) {
    if (command !== undefined) {
      if (Object.hasOwn(ACCENTS, command)) accent = ACCENTS[command]!;
      else if (UPRIGHT.has(command)) upright = true;
      else if (Object.hasOwn(LETTERS, command)) add(LETTERS[command]!);
      else if (!command.startsWith("math")) add(command);
    } else if (script !== undefined) {
      place = script === "_" ? "sub" : "sup";
    } else if (brace === "{") {
      depth++;
    } else if (brace === "}") {
      depth = Math.max(0, depth - 1);
      if (depth === 0) {
        place = "line";
        upright = false;
      }
    } else if (sign !== " " || upright) {
      add(sign === "-" ? "\u2212" : sign!);
    }
  }
  return pieces;
}
