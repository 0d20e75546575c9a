import { useEffect, useRef } from "react";
import { useCell } from "./watched-value.ts";
import { notice, undo } from "./opened.ts";
import { Cross, Press } from "./Press.tsx";

const select = ({ target }: React.FocusEvent<HTMLInputElement>): void => target.select();

/** What has just happened, and a way back. Stays until it is dismissed or something else happens. */
export function NoticeBar() {
  const shown = useCell(notice);
  const bar = useRef<HTMLOutputElement>(null);
  useEffect(() => {
    // What had the focus may just have been deleted: then it is on the page as such.
    if ((shown?.undo || shown?.link) && document.activeElement?.matches("body, main"))
      bar.current?.querySelector<HTMLElement>("input, button")?.focus({ preventScroll: true });
  }, [shown]);
  return (
    <output ref={bar} className="mark-notice">
      {shown && (
        <>
          <span dir="auto">{shown.sentence}</span>
          {shown.link !== undefined && (
            <input readOnly value={shown.link} aria-label="Link" onFocus={select} />
          )}
          {shown.undo && <Press onPress={undo}>Undo</Press>}
          <Cross label="Dismiss" onPress={() => notice.set(null)} />
        </>
      )}
    </output>
  );
}
