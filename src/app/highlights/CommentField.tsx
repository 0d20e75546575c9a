import { useCallback, useEffect, useId, useRef } from "react";
import { revised, type Mark } from "./mark.ts";
import { change, marks } from "./store.ts";

/** Typing rests this long before it is stored, ms. */
const REST = 400;

/** Writing about a passage. Stored as it is typed, so that nothing typed can be lost by closing anything. */
export function CommentField({ mark }: { readonly mark: Mark }) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const typed = useRef<string | null>(null);

  const store = useCallback(() => {
    clearTimeout(timer.current);
    const now = marks.get().get(mark.id);
    const comment = typed.current;
    typed.current = null;
    if (!now || comment === null || comment === now.comment) return;
    change(new Map([[now.id, revised(now, { comment })]]));
  }, [mark.id]);

  useEffect(() => {
    const element = field.current!;
    element.focus({ preventScroll: true });
    element.setSelectionRange(element.value.length, element.value.length);
    addEventListener("pagehide", store);
    return () => {
      removeEventListener("pagehide", store);
      store();
    };
  }, [store]);

  return (
    <div className="mark-field">
      <label htmlFor={id}>
        Your note <span className="mark-soft">in Markdown</span>
      </label>
      <textarea
        id={id}
        ref={field}
        rows={4}
        defaultValue={mark.comment}
        onBlur={store}
        onChange={({ target }) => {
          typed.current = target.value;
          clearTimeout(timer.current);
          timer.current = setTimeout(store, REST);
        }}
      />
    </div>
  );
}
