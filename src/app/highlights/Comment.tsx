import { Suspense, useEffect, useRef, useState } from "react";
import { latePart } from "../../ui/late-part.tsx";
import { watchSeen } from "../../ui/watch-seen.ts";
import { isFormattable } from "./formattable.ts";

interface Written {
  readonly text: string;
}

const Plain = ({ text }: Written) => (
  <p className="mark-plain" dir="auto">
    {text}
  </p>
);

// Only readers who write comments fetch a Markdown parser.
const MarkdownText = latePart<Written>(
  "The comment",
  () => import("./MarkdownText.tsx").then((part) => part.MarkdownText),
  Plain,
);

/** What the reader wrote, as Markdown once it is seen; as they typed it until (and unless) the parser comes. */
export function Comment({ text }: Written) {
  const place = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => watchSeen(place.current!, (now) => now && setSeen(true)), []);
  return (
    <div ref={place} className="mark-comment">
      {seen && isFormattable(text) ? (
        <Suspense fallback={<Plain text={text} />}>
          <MarkdownText text={text} />
        </Suspense>
      ) : (
        <Plain text={text} />
      )}
    </div>
  );
}
