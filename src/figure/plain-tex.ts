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

/** In the order of the alphabet; one of its two sigmas has no name. */
const GREEK =
  "alpha beta gamma delta varepsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho . sigma tau upsilon varphi chi psi omega".split(
    " ",
  );
const FIRST = 0x3b1;
const OTHERS: Readonly<Record<string, string>> = { epsilon: "ϵ", phi: "ϕ", Phi: "Φ", ell: "ℓ" };

/** The letter that a command stands for, if it is known. */
function letterOf(command: string): string | undefined {
  if (Object.hasOwn(OTHERS, command)) return OTHERS[command];
  const name = command.toLowerCase();
  const place = GREEK.indexOf(name);
  if (place < 0) return undefined;
  const letter = String.fromCodePoint(FIRST + place);
  return name === command ? letter : letter.toUpperCase();
}

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
      const known = letterOf(command);
      if (Object.hasOwn(ACCENTS, command)) accent = ACCENTS[command]!;
      else if (UPRIGHT.has(command)) upright = true;
      else if (known !== undefined) add(known);
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
