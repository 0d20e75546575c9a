import { Suspense } from "react";
import { latePart } from "../../ui/late-part.tsx";

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
  async () => (await import("./MarkdownText.tsx")).MarkdownText,
  Plain,
);

/** What the reader wrote, as Markdown; as they typed it until (and unless) the parser comes. */
export function Comment({ text }: Written) {
  return (
    <div className="mark-comment">
      <Suspense fallback={<Plain text={text} />}>
        <MarkdownText text={text} />
      </Suspense>
    </div>
  );
}
