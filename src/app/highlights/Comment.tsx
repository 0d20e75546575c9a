import { Component, lazy, Suspense, type ReactNode } from "react";

// Only readers who write comments fetch a Markdown parser.
const MarkdownText = lazy(async () => ({
  default: (await import("./MarkdownText.tsx")).MarkdownText,
}));

/** What the reader wrote, as Markdown; as they typed it until (and unless) the parser comes. */
export function Comment({ text }: { readonly text: string }) {
  const plain = <p className="mark-plain">{text}</p>;
  return (
    <div className="mark-comment">
      <Fence plain={plain}>
        <Suspense fallback={plain}>
          <MarkdownText text={text} />
        </Suspense>
      </Fence>
    </div>
  );
}

class Fence extends Component<{ readonly plain: ReactNode; readonly children: ReactNode }> {
  override readonly state: { readonly broken: boolean } = { broken: false };
  static getDerivedStateFromError = (): { broken: boolean } => ({ broken: true });
  override render(): ReactNode {
    return this.state.broken ? this.props.plain : this.props.children;
  }
}
