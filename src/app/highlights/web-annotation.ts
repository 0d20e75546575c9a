/** Marks as the Web Annotation Data Model (W3C Recommendation of 23 February 2017) writes them. */
import { COLOURS, newId, type Mark } from "./mark.ts";

const CONTEXT = "http://www.w3.org/ns/anno.jsonld";

/** Where a note is on the web. */
export type AddressOf = (note: string) => string;

/** A name for each colour and, for other programs, what it looks like. */
const STYLESHEET = {
  type: "CssStylesheet",
  value:
    ".yellow { background: #fbe9a1 } .green { background: #cdecc9 } .rose { background: #fbd5dc }",
};

function annotation(mark: Mark, addressOf: AddressOf): object {
  const { id, note, colour, comment, created, modified, passage } = mark;
  const { exact, prefix, suffix, start, end } = passage;
  return {
    id,
    type: "Annotation",
    motivation: comment ? "commenting" : "highlighting",
    created,
    modified,
    ...(comment && {
      body: {
        type: "TextualBody",
        value: comment,
        format: "text/markdown",
        purpose: "commenting",
      },
    }),
    stylesheet: STYLESHEET,
    target: {
      source: addressOf(note),
      styleClass: colour,
      selector: [
        { type: "TextQuoteSelector", exact, prefix, suffix },
        { type: "TextPositionSelector", start, end },
      ],
    },
  };
}

/** A collection with all its marks in its one page. */
export function toCollection(marks: readonly Mark[], addressOf: AddressOf): object {
  return {
    "@context": CONTEXT,
    id: newId(),
    type: "AnnotationCollection",
    label: "Live Paper Notes: highlights and notes",
    total: marks.length,
    first: {
      id: newId(),
      type: "AnnotationPage",
      startIndex: 0,
      items: marks.map((mark) => annotation(mark, addressOf)),
    },
  };
}

export const colourOf = (styleClass: unknown): Mark["colour"] =>
  COLOURS.find((colour) => colour === styleClass) ?? COLOURS[0];
