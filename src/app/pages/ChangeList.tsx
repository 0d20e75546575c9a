import type { Change } from "../../notes/note.ts";

const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** When the note was last changed; unfolded, what changed and when. */
export function ChangeList({ changes }: { readonly changes: readonly Change[] }) {
  return (
    <details className="changes">
      <summary>
        Updated <Day date={changes[0]!.date} />
      </summary>
      <dl>
        {changes.map(({ date, text }) => (
          <div key={date}>
            <dt>
              <Day date={date} />
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Day({ date }: { readonly date: string }) {
  return <time dateTime={date}>{format.format(new Date(date))}</time>;
}
