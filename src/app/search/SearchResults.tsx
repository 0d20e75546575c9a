// A list of a field that searches holds links, snippets and headings, which no `select` or `datalist` can.
// oxlint-disable jsx-a11y/prefer-tag-over-role
import type { MouseEvent } from "react";
import { pathOf } from "../notes.ts";
import { isPlainPress } from "../router.tsx";
import type { Passage } from "../../notes/note.ts";
import { scripts } from "./scripts.tsx";
import { marked, snippet, type Piece } from "./snippet.ts";
import type { Line, ShownGroup } from "./use-search.ts";

const KINDS: Readonly<Record<Passage["kind"], string>> = {
  note: "Note",
  section: "Section",
  remark: "Remark",
  equation: "Equation",
  symbol: "Symbol",
  demo: "Demo",
  reference: "Reference",
};

interface SearchResultsProps {
  readonly id: string;
  readonly groups: readonly ShownGroup[];
  readonly active: number;
  optionId(at: number): string;
  onTake(at: number): void;
}

/** The results by note. The keyboard stays in the field: which one is chosen, the field says. */
export function SearchResults({ id, groups, active, optionId, onTake }: SearchResultsProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Results"
      hidden={groups.length === 0}
      className="search-list"
    >
      {groups.map(({ slug, title, lines, from }) => (
        <div key={slug} role="group" aria-labelledby={`${id}-${slug}`} className="search-group">
          <div id={`${id}-${slug}`} role="presentation" className="search-note">
            {title}
          </div>
          {lines.map((line, i) => (
            <Option
              // Lines have no names; a new query replaces them all.
              // oxlint-disable-next-line react/no-array-index-key
              key={i}
              id={optionId(from + i)}
              line={line}
              chosen={from + i === active}
              at={from + i}
              onTake={onTake}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly line: Line;
  readonly chosen: boolean;
  readonly at: number;
  onTake(at: number): void;
}

function Option({ id, line, chosen, at, onTake }: OptionProps) {
  const { slug, anchor } =
    line.kind === "hit"
      ? { slug: line.hit.slug, anchor: line.hit.passage.id }
      : { slug: line.slug, anchor: "" };
  const take = (event: MouseEvent): void => {
    // With a key held, the browser opens the link in a tab of its own.
    if (!isPlainPress(event)) return;
    event.preventDefault();
    onTake(at);
  };
  return (
    // The field has the keyboard, and hands Enter on.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <a
      id={id}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      href={pathOf(slug) + (anchor && `#${anchor}`)}
      className={line.kind === "hit" ? "search-hit" : "search-hit search-more"}
      onClick={take}
    >
      {line.kind === "hit" ? (
        <Found line={line} />
      ) : (
        <span>{`Show ${line.count} more in this note`}</span>
      )}
    </a>
  );
}

function Found({ line: { hit } }: { readonly line: Extract<Line, { kind: "hit" }> }) {
  const { kind, title, symbol, text } = hit.passage;
  return (
    <>
      <span className="search-kind">{KINDS[kind]}</span>
      <span className="search-title">
        {symbol && (
          <span className="search-symbol">
            <Pieces pieces={marked(symbol, hit.terms)} />{" "}
          </span>
        )}
        <Pieces pieces={marked(title, hit.terms)} />
      </span>
      {text && (
        <span className="search-text">
          <Pieces pieces={snippet(text, hit.terms)} />
        </span>
      )}
    </>
  );
}

const Pieces = ({ pieces }: { readonly pieces: readonly Piece[] }) =>
  pieces.map(({ text, found }, i) =>
    // Elements, and new ones for another text: a translating browser takes the text nodes themselves.
    found ? (
      <mark key={`${i} ${text}`}>{scripts(text)}</mark>
    ) : (
      <span key={`${i} ${text}`}>{scripts(text)}</span>
    ),
  );
