import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { Colours } from "./Colours.tsx";
import { Comment } from "./Comment.tsx";
import { CommentField } from "./CommentField.tsx";
import { revised, type Mark } from "./mark.ts";
import { columnOf, type Place } from "./marked-page.ts";
import { placeBeside } from "./place-beside.ts";
import { Quote } from "./Quote.tsx";
import { card, notice, remove } from "./opened.ts";
import { change } from "./store.ts";
import { Trouble } from "./Trouble.tsx";
import { Press } from "./Press.tsx";

export interface MarkCardProps {
  readonly mark: Mark;
  readonly place: Place;
  readonly writing: boolean;
}

/** A mark, beside its passage: to read, write, recolour and delete. */
export function MarkCard({ mark, place, writing }: MarkCardProps) {
  const box = useRef<HTMLDialogElement>(null);
  const title = useId();
  const [editing, setEditing] = useState(writing);
  const close = useCallback(() => card.set(null), []);
  useCardFocus(box, editing);
  useClosing(box, close);
  useLayoutEffect(() => placeBeside(box.current!, place.range, "below", columnOf()), [place.range]);
  return (
    <dialog open ref={box} aria-labelledby={title} tabIndex={-1} className="mark-card">
      <h2 id={title} className="lp-hidden">
        Your highlight
      </h2>
      <blockquote dir="auto" className={`mark-quote mark-quote-${mark.colour}`}>
        <Quote mark={mark} place={place} />
      </blockquote>
      {place.changed && (
        <p className="mark-soft">The words of this passage have changed since you marked it.</p>
      )}
      {editing ? <CommentField mark={mark} /> : mark.comment && <Comment text={mark.comment} />}
      <Trouble />
      <div className="mark-actions">
        <Colours
          value={mark.colour}
          onChange={(colour) => change(new Map([[mark.id, revised(mark, { colour })]]))}
        />
        <span className="mark-buttons">
          {!editing && (
            <Press onPress={() => setEditing(true)}>{mark.comment ? "Edit" : "Add a note"}</Press>
          )}
          <Press kind="quiet" onPress={() => remove(mark.id)}>
            Delete
          </Press>
          <Press kind={editing ? "primary" : "plain"} onPress={close}>
            {editing ? "Done" : "Close"}
          </Press>
        </span>
      </div>
    </dialog>
  );
}

/** The focus goes into the card and back to where it was. */
function useCardFocus(box: React.RefObject<HTMLDialogElement | null>, editing: boolean): void {
  useEffect(() => {
    const before = document.activeElement;
    notice.set(null);
    return () => {
      // By now it is on nothing if it was in the card.
      if (before instanceof HTMLElement && document.activeElement === document.body)
        before.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    if (!editing) box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: "nearest" });
  }, [box, editing]);
}

/** Escape and a press elsewhere close the card. */
function useClosing(box: React.RefObject<HTMLDialogElement | null>, close: () => void): void {
  useEffect(() => {
    const onKey = ({ key, isComposing }: KeyboardEvent): void => {
      // While a word is being composed it leaves that word.
      if (key === "Escape" && !isComposing) close();
    };
    const onPress = ({ target }: PointerEvent): void => {
      if (!box.current?.contains(target as Node)) close();
    };
    addEventListener("keydown", onKey);
    addEventListener("pointerdown", onPress);
    return () => {
      removeEventListener("keydown", onKey);
      removeEventListener("pointerdown", onPress);
    };
  }, [box, close]);
}
