import { createContext, useContext } from "react";

/**
 * The names by which the page knows the letters of a figure, by their TeX. What carries `data-symbol` is explained when it is
 * pointed at, and what carries `data-symbols` (names between spaces) lights up with it: text, controls, curves.
 */
export const SymbolIds = createContext<Readonly<Record<string, string>>>({});

/** The name of a letter; none where the page has no such symbol. */
export function useSymbolId(tex: string | undefined): string | undefined {
  const ids = useContext(SymbolIds);
  return tex === undefined ? undefined : ids[tex];
}
