import { useCallback, useEffect, useLayoutEffect, useRef } from "react";
import { MARK_KEYS } from "./keys.ts";
import { COLOUR_NAMES, COLOURS, newMark, type Colour } from "./mark.ts";
import { columnOf, page, text } from "./marked-page.ts";
import { describe } from "./passage.ts";
import { placeBeside } from "./place-beside.ts";
import { copyLink } from "./copy-to-clipboard.ts";
import { card, selected, type Selected } from "./opened.ts";
import { change } from "./store.ts";
import { textFragment } from "./text-fragment.ts";
import { Cross, Press } from "./Press.tsx";

/** The last colour chosen, for passages that are commented at once. */
let usual: Colour = COLOURS[0];

function mark(selection: Selected, colour: Colour, writing: boolean): void {
  usual = colour;
  const made = newMark(page.get()!.slug, colour, describe(text().text, selection.span));
  change(new Map([[made.id, made]]));
  selected.set(null);
  getSelection()?.collapseToEnd();
  if (writing) card.set({ id: made.id, writing });
}

const linkTo = ({ span }: Selected): string => {
  const fragment = textFragment(text(), span);
  return location.origin + location.pathname + (fragment === null ? location.hash : `#${fragment}`);
};

/** What can be done with the selected passage. */
export function Toolbar({ selection }: { readonly selection: Selected }) {
  const box = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(
    () => placeBeside(box.current!, selection.range, "above", columnOf()),
    [selection],
  );
  // A press on a button would otherwise take the selection away.
  useEffect(() => {
    box.current!.addEventListener("mousedown", (event) => event.preventDefault());
  }, []);
  const close = useCallback(() => {
    selected.set(null);
    getSelection()?.collapseToEnd();
  }, []);
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === "Escape") close();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [close]);
  return (
    <fieldset ref={box} aria-label="Mark the selected passage" className="mark-toolbar">
      {COLOURS.map((colour) => (
        <button
          key={colour}
          type="button"
          className="mark-pick"
          title={`Highlight in ${COLOUR_NAMES[colour].toLowerCase()}`}
          aria-label={`Highlight in ${COLOUR_NAMES[colour].toLowerCase()}`}
          onClick={() => mark(selection, colour, false)}
        >
          <span className={`mark-swatch mark-swatch-${colour}`} />
        </button>
      ))}
      <Press kind="quiet" onPress={() => mark(selection, usual, true)}>
        Add a note
      </Press>
      <Press kind="quiet" onPress={() => void copyLink(linkTo(selection))}>
        Copy link
      </Press>
      <Cross label="Cancel" onPress={close} />
      <kbd className="mark-keys" title="Moves to these buttons">
        {MARK_KEYS}
      </kbd>
    </fieldset>
  );
}
