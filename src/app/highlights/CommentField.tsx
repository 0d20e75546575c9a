import { useCallback, useEffect, useId, useRef, useState } from "react";
import type { Mark } from "./mark.ts";
import { card, notice } from "./opened.ts";
import { Press } from "./Press.tsx";
import { deletedElsewhere } from "./store.ts";
import { beginWriting } from "./writing.ts";

/** Typing rests this long before it is stored, ms. */
const REST = 400;

/** Writing about a passage. Stored as it is typed, so that nothing typed can be lost by closing anything. */
export function CommentField({ mark }: { readonly mark: Mark }) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [writing] = useState(() => beginWriting(mark));
  /** What another tab made of the comment meanwhile. */
  const [theirs, setTheirs] = useState<string | null>(null);

  const store = useCallback(() => {
    clearTimeout(timer.current);
    setTheirs(writing.store());
  }, [writing]);

  useEffect(() => {
    const element = field.current!;
    element.focus({ preventScroll: true });
    element.setSelectionRange(element.value.length, element.value.length);
    const leave = (): void => {
      clearTimeout(timer.current);
      writing.end();
      if (!deletedElsewhere.has(mark.id) || !writing.begun()) return;
      notice.set({
        sentence: "Another tab deleted this highlight while you wrote about it. It was kept.",
      });
      if (card.get()?.id === mark.id) card.set({ id: mark.id, writing: true });
    };
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      leave();
    };
  }, [writing, mark.id]);

  useEffect(() => {
    const text = writing.follow(mark);
    if (text !== null) field.current!.value = text;
    setTheirs(writing.conflict());
  }, [writing, mark]);

  const settle = (text: string): void => {
    field.current!.value = text;
    writing.settle(text);
    store();
    field.current!.focus();
  };
  return (
    <div className="mark-field">
      <label htmlFor={id}>
        Your note <span className="mark-soft">in Markdown</span>
      </label>
      <textarea
        id={id}
        ref={field}
        rows={4}
        dir="auto"
        defaultValue={mark.comment}
        onBlur={store}
        onChange={({ target }) => {
          writing.type(target.value);
          clearTimeout(timer.current);
          timer.current = setTimeout(store, REST);
        }}
      />
      {theirs !== null && (
        <div role="alert" className="mark-trouble">
          <p>Another tab changed this note meanwhile. There it is now:</p>
          <blockquote dir="auto">{theirs || "empty"}</blockquote>
          <p className="mark-buttons">
            <Press onPress={() => settle(writing.both())}>Keep both</Press>
            <Press onPress={() => settle(field.current!.value)}>Keep mine</Press>
            <Press onPress={() => settle(theirs)}>Take the other</Press>
          </p>
        </div>
      )}
    </div>
  );
}
