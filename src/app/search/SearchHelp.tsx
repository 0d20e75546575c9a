import type { NotePassages, Passage } from "../../notes/note.ts";
import { scripts } from "./scripts.tsx";
import type { SearchIndex } from "./search-index.ts";

/** What is counted in the first sentence, in this order. */
const COUNTED: readonly (readonly [Passage["kind"], string, string])[] = [
  ["section", "section", "sections"],
  ["remark", "remark", "remarks"],
  ["equation", "equation", "equations"],
  ["symbol", "symbol", "symbols"],
  ["demo", "demo", "demos"],
  ["reference", "reference", "references"],
];

interface SearchHelpProps {
  readonly index: SearchIndex | "failed" | null;
  readonly query: string;
  onAsk(query: string): void;
}

/** Instead of results: what can be searched, what to try, or why there is nothing. Nothing until the index is here. */
export function SearchHelp({ index, query, onAsk }: SearchHelpProps) {
  if (index === null) return null;
  if (index === "failed")
    return (
      <p className="search-help" role="alert">
        The index could not be fetched. Once there is a connection, close the search and open it
        again.
      </p>
    );
  return (
    <div className="search-help">
      {query ? (
        <>
          <p>
            Nothing was found for <strong dir="auto">{shortened(query)}</strong>, nor for words like
            it.
          </p>
          <p>
            Fewer words find more. A Greek letter can be typed (λ), named (lambda) or written as in
            TeX (\lambda).
          </p>
        </>
      ) : (
        <p>{sentence(index.notes)}</p>
      )}
      <ul className="search-tries" aria-label="Searches to try">
        {suggestions(index.notes).map((text) => (
          <li key={text}>
            <button type="button" onClick={() => onAsk(text)}>
              {scripts(text)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Code units of a query that are said back. */
const SAID = 80;

const shortened = (query: string): string =>
  query.length > SAID ? `${query.slice(0, SAID)}…` : query;

function sentence(notes: readonly NotePassages[]): string {
  const all = notes.flatMap(({ passages }) => passages);
  const counts = COUNTED.flatMap(([kind, one, many]) => {
    const count = all.filter((passage) => passage.kind === kind).length;
    return count > 0 ? [`${count} ${count === 1 ? one : many}`] : [];
  });
  const pages = `${notes.length} ${notes.length === 1 ? "page" : "pages"}`;
  return `Finds words in ${pages}: ${counts.join(", ")}. Unfinished and misspelt words are understood.`;
}

/** A symbol and the name of another from each note, and so always something that can be found. */
function suggestions(notes: readonly NotePassages[]): string[] {
  const perNote = notes.flatMap(({ passages }) => {
    const symbols = passages.filter(({ kind }) => kind === "symbol");
    const sign = symbols.find(({ symbol }) => symbol?.includes("_"))?.symbol;
    const names = symbols.map(({ title }) => title.split(",")[0]!);
    const longest = names.toSorted((a, b) => b.length - a.length)[0];
    return [sign, longest].filter((text) => text !== undefined);
  });
  return [...new Set(perNote)].slice(0, 8);
}
