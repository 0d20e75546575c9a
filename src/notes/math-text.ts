/** A formula as a line of plain text: `f_w`, `W(p, q) = inf_(γ ∈ Π) …`. Read from the MathML that KaTeX makes, so every command that KaTeX knows is known. */
import type { Element, Nodes } from "hast";
import { toText } from "./to-text.ts";

const ACCENTS: Readonly<Record<string, string>> = {
  "^": "\u0302",
  "~": "\u0303",
  ˉ: "\u0304",
  "˙": "\u0307",
};
/** Signs that stand between two things; elsewhere they would cling. */
const SPACED = /^[=<>≤≥≠≈≡∼∝∈∉⊂→←↦⇒:+−±⋅×∘]$/;
const DOUBLE_STRUCK: Readonly<Record<string, string>> = {
  C: "ℂ",
  E: "𝔼",
  N: "ℕ",
  P: "ℙ",
  Q: "ℚ",
  R: "ℝ",
  Z: "ℤ",
};

const isElement = (node: Nodes): node is Element => node.type === "element";
const partsOf = (node: Element): Element[] => node.children.filter(isElement);
const inBrackets = (text: string): string =>
  /^([\p{L}\p{N}\p{M}]*|.)$/u.test(text) ? text : `(${text.trim()})`;
/** Words and large operators keep their distance from what follows. */
const apart = (text: string): string => (/^(\p{L}{2}|[∏∑∫])/u.test(text) ? ` ${text} ` : text);

/** The text of one MathML element. */
function read(node: Element): string {
  const parts = partsOf(node);
  const [base = "", low = "", high = ""] = parts.map(read);
  switch (node.tagName) {
    case "annotation":
      return "";
    case "mi": {
      const letter = toText(node);
      return node.properties.mathvariant === "double-struck"
        ? (DOUBLE_STRUCK[letter] ?? letter)
        : apart(letter);
    }
    case "mn":
    case "mtext":
      return toText(node);
    case "mo": {
      // U+2061 is the invisible sign between a function and its argument.
      const sign = toText(node).replace("\u2061", "");
      return SPACED.test(sign) ? ` ${sign} ` : sign === "," ? ", " : apart(sign);
    }
    case "mspace":
      return " ";
    case "msub":
    case "munder":
      return apart(`${base.trim()}_${inBrackets(low.trim())}`);
    case "msup":
      return /^′+$/.test(low) ? base + low : `${base}^${inBrackets(low)}`;
    case "mover":
      return ACCENTS[low] ? base + ACCENTS[low] : low === "‾" ? base : `${base}^${inBrackets(low)}`;
    case "msubsup":
    case "munderover":
      return apart(`${base.trim()}_${inBrackets(low)}^${inBrackets(high)}`);
    case "mfrac":
      return `${inBrackets(base)}/${inBrackets(low)} `;
    case "msqrt":
      return `√${inBrackets(parts.map(read).join(""))}`;
    case "mtr":
      return `${parts.map(read).join(" ")}; `;
    default:
      return parts.map(read).join("");
  }
}

/** @param math the `<math>` element of a formula */
export const mathText = (math: Element): string =>
  read(math)
    .replace(/\s+/g, " ")
    .replace(/([([]) | (?=[)\],;.^_∥∣])/g, "$1")
    .replace(/(^|[([,=] ?)([−+]) /g, "$1$2")
    .replace(/[;\s]+$/, "")
    .trim();
