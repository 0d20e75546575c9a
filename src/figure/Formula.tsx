import { Fragment } from "react";
import { useSymbolId } from "../ui/symbol-ids.ts";
import { plainTex } from "./plain-tex.ts";

// A piece is its place in the formula, which never changes.
/* oxlint-disable react/no-array-index-key */

/** A letter of the paper beside its name. */
export function Formula({ tex }: { readonly tex: string }) {
  const symbol = useSymbolId(tex);
  return (
    <span className="lp-formula" data-symbol={symbol}>
      {plainTex(tex).map(({ text, place, slanted }, i) => {
        const set = slanted ? <i>{text}</i> : text;
        if (place === "sub") return <sub key={i}>{set}</sub>;
        if (place === "sup") return <sup key={i}>{set}</sup>;
        return <Fragment key={i}>{set}</Fragment>;
      })}
    </span>
  );
}
