import { useCallback } from "react";
import type { Mark } from "./mark.ts";
import { partsOf } from "./note-text.ts";
import { page, text, type Place } from "./marked-page.ts";

/** The words of a passage. Its formulas are those of the page where it is found there, else as TeX. */
export function Quote({ mark, place }: { readonly mark: Mark; readonly place?: Place }) {
  const { exact } = mark.passage;
  if (place && !place.changed && page.get()?.slug === mark.note) {
    const parts = partsOf(text(), place);
    return parts.map((part, i) =>
      // Parts of a passage have no other identity than their order.
      // oxlint-disable-next-line react/no-array-index-key
      typeof part === "string" ? part : <Formula key={i} original={part} />,
    );
  }
  // oxlint-disable-next-line react/no-array-index-key
  return exact.split(/(\$[^$]+\$)/).map((part, i) => (i % 2 ? <code key={i}>{part}</code> : part));
}

function Formula({ original }: { readonly original: Element }) {
  const fill = useCallback(
    (span: HTMLSpanElement | null) => {
      const copy = original.cloneNode(true) as HTMLElement;
      delete copy.dataset.mark;
      span?.replaceChildren(copy);
    },
    [original],
  );
  return <span ref={fill} />;
}
