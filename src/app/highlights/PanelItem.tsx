import { useState } from "react";
import { noteAt, pathOf } from "../notes.ts";
import { useCell } from "./watched-value.ts";
import { Colours } from "./Colours.tsx";
import { Comment } from "./Comment.tsx";
import { CommentField } from "./CommentField.tsx";
import { goTo } from "./go-to.ts";
import { COLOUR_NAMES, revised, type Mark } from "./mark.ts";
import { places } from "./marked-page.ts";
import { Quote } from "./Quote.tsx";
import { remove } from "./opened.ts";
import { change } from "./store.ts";
import { Press } from "./Press.tsx";

const dates = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium" });

/** One mark of the list. The passage leads to its place in the text. */
export function PanelItem({
  mark,
  lost = false,
}: {
  readonly mark: Mark;
  readonly lost?: boolean;
}) {
  const place = useCell(places).get(mark.id);
  const [editing, setEditing] = useState(false);
  const path = pathOf(mark.note);
  const quote = <Quote mark={mark} place={place} />;
  return (
    <li className="mark-item">
      <blockquote dir="auto" className={`mark-quote mark-quote-${mark.colour}`}>
        {lost || !noteAt(path) ? (
          quote
        ) : (
          <a
            href={path}
            title="Go to the passage"
            onClick={(event) => {
              event.preventDefault();
              goTo(mark);
            }}
          >
            {quote}
          </a>
        )}
      </blockquote>
      {editing ? <CommentField mark={mark} /> : mark.comment && <Comment text={mark.comment} />}
      {editing && (
        <Colours
          value={mark.colour}
          onChange={(colour) => change(new Map([[mark.id, revised(mark, { colour })]]))}
        />
      )}
      <div className="mark-item-foot">
        <span className="mark-soft">
          {COLOUR_NAMES[mark.colour]}
          {" · "}
          <time dateTime={mark.created}>{dates.format(new Date(mark.created))}</time>
          {place?.changed && <span> · words changed since</span>}
        </span>
        <span className="mark-buttons">
          <Press kind="quiet" onPress={() => setEditing(!editing)}>
            {editing ? "Done" : "Edit"}
          </Press>
          <Press kind="quiet" onPress={() => remove(mark.id)}>
            Delete
          </Press>
        </span>
      </div>
    </li>
  );
}
