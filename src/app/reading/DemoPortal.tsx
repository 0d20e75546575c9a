import {
  Component,
  lazy,
  Suspense,
  useEffect,
  useLayoutEffect,
  useState,
  type ReactNode,
} from "react";
import { createPortal } from "react-dom";
import type { FigurePlace } from "../../contract/figure-place.ts";
import type { DemoMountProps } from "../DemoMount.tsx";
import { openLinesHere } from "../code/open-lines-here.ts";
import { useNear } from "./use-near.ts";

// Pages without demos do without the code of figures.
export const DemoMount = lazy(async () => ({
  default: (await import("../DemoMount.tsx")).DemoMount,
}));

interface DemoPortalProps extends Pick<DemoMountProps, "onRun"> {
  readonly inNote: FigurePlace;
  readonly place: HTMLElement;
}

/**
 * A live figure in its place in the text, once the reader comes near. What the page was served with stays there until the
 * live figure has been drawn, and goes in the same frame, so that nothing moves.
 */
export function DemoPortal({ inNote, place, onRun }: DemoPortalProps) {
  const { demo, form } = inNote;
  const near = useNear(place);
  const [still] = useState(() => [...place.childNodes]);
  const [host] = useState(() => {
    const element = document.createElement("div");
    element.className = "demo-live";
    return element;
  });
  useLayoutEffect(() => {
    place.append(host);
    return () => host.remove();
  }, [host, place]);
  useEffect(() => (form === "hero" ? undefined : openLinesHere(demo)), [demo, form]);
  if (!near) return null;
  return createPortal(
    <DemoFence>
      <Suspense>
        <DemoMount inNote={inNote} place={host} onRun={onRun} />
        <Drawn still={still} />
      </Suspense>
    </DemoFence>,
    host,
  );
}

/** Takes the still picture away once what stands beside it is in the document. */
function Drawn({ still }: { readonly still: readonly ChildNode[] }) {
  useLayoutEffect(() => {
    for (const node of still) node.remove();
  }, [still]);
  return null;
}

interface FenceState {
  readonly problem: string | null;
}

/** A figure that breaks takes nothing with it: the text and the other figures go on. */
class DemoFence extends Component<{ readonly children: ReactNode }, FenceState> {
  override readonly state: FenceState = { problem: null };
  static getDerivedStateFromError(error: unknown): FenceState {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
  override render(): ReactNode {
    const { problem } = this.state;
    if (problem === null) return this.props.children;
    return (
      <p className="demo-broken" role="alert">
        This figure could not be started: {problem} The rest of the page works; loading it again may
        help.
      </p>
    );
  }
}
