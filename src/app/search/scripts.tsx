import type { ReactNode } from "react";

/** A letter with an index or a power: `g_θ`, `n_critic`, `c^2`; not `base_temperature`. */
const SCRIPT = /(?<![\p{L}\p{N}])(\p{L}\p{M}*)([_^])([\p{L}\p{N}]+)/gu;

/** Sets indices below and powers above the line. */
export function scripts(text: string): ReactNode[] {
  const nodes: ReactNode[] = [];
  let end = 0;
  for (const found of text.matchAll(SCRIPT)) {
    const [whole, letter, sign, script] = found;
    nodes.push(text.slice(end, found.index) + letter);
    nodes.push(
      sign === "_" ? <sub key={found.index}>{script}</sub> : <sup key={found.index}>{script}</sup>,
    );
    end = found.index + whole.length;
  }
  return [...nodes, text.slice(end)];
}
