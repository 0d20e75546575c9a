import {
  use,
  useEffect,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
} from "react";
import { Fence } from "../../ui/Fence.tsx";
import { placeNamed } from "../reading/addressed.ts";
import { keepAnchor } from "../reading/keep-anchor.ts";
import { isPlainPress } from "../router.tsx";
import { CopyFile } from "./CopyFile.tsx";
import { codeOf, forgetCode, type ShownFile } from "./shown-code.ts";
import "./code.css";

/** The files that a demo runs, as tabs. A hash that names one of their lines leads there. */
export function CodePanel({ demo }: { readonly demo: string }) {
  return (
    <Fence what="The code" forget={() => forgetCode(demo)}>
      <Files demo={demo} />
    </Fence>
  );
}

function Files({ demo }: { readonly demo: string }) {
  const { files } = use(codeOf(demo));
  const root = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(0);
  const [line, setLine] = useState<{ readonly id: string } | null>(null);
  const id = useId();

  useEffect(() => {
    const follow = (): void => {
      const asked = placeNamed(location.hash);
      const panels = [...root.current!.querySelectorAll("[role=tabpanel]")];
      const at = panels.findIndex((panel) => panel !== asked && panel.contains(asked));
      if (!asked || at < 0) return;
      setShown(at);
      setLine({ id: asked.id });
    };
    follow();
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  useEffect(() => {
    // The chosen tab comes into view, sideways only.
    const tab = root.current!.querySelector("[aria-selected=true]")!;
    const list = tab.parentElement!;
    const [{ left, right }, around] = [tab, list].map((each) => each.getBoundingClientRect()) as [
      DOMRect,
      DOMRect,
    ];
    list.scrollLeft += Math.min(0, left - around.left) || Math.max(0, right - around.right);
  }, [shown]);
  useEffect(() => {
    if (!line) return;
    const element = document.getElementById(line.id);
    element?.toggleAttribute("data-current", true);
    keepAnchor(element);
    return () => element?.removeAttribute("data-current");
  }, [line]);

  const move = (event: KeyboardEvent): void => {
    const last = files.length - 1;
    const to = {
      ArrowRight: shown === last ? 0 : shown + 1,
      ArrowLeft: shown === 0 ? last : shown - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    setShown(to);
    document.getElementById(`${id}-tab-${to}`)?.focus();
  };
  return (
    <div ref={root} className="code">
      <div className="code-head">
        <div role="tablist" aria-label="Files" className="code-tabs">
          {files.map(({ name }, i) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`${id}-tab-${i}`}
              aria-selected={i === shown}
              aria-controls={`${id}-file-${i}`}
              tabIndex={i === shown ? 0 : -1}
              onClick={() => setShown(i)}
              onKeyDown={move}
            >
              {name}
            </button>
          ))}
        </div>
        <CopyFile
          text={() => document.querySelector(`#${CSS.escape(`${id}-file-${shown}`)} code`)!}
        />
      </div>
      {files.map((file, i) => (
        <CodeFile key={file.name} id={id} at={i} file={file} shown={i === shown} />
      ))}
    </div>
  );
}

interface CodeFileProps {
  readonly id: string;
  readonly at: number;
  readonly file: ShownFile;
  readonly shown: boolean;
}

function CodeFile({ id, at, file: { name, html }, shown }: CodeFileProps) {
  return (
    // A listing scrolls within itself, so the keyboard must be able to reach it.
    // oxlint-disable jsx-a11y/no-noninteractive-tabindex
    <div
      role="tabpanel"
      id={`${id}-file-${at}`}
      aria-labelledby={`${id}-tab-${at}`}
      tabIndex={0}
      hidden={!shown}
      className="code-file"
      data-file={name}
    >
      {/* The links inside are links: this only keeps the page when they lead into it. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
      <pre onClick={stayHere}>
        <code dangerouslySetInnerHTML={html} suppressHydrationWarning />
      </pre>
    </div>
    // oxlint-enable jsx-a11y/no-noninteractive-tabindex
  );
}

/** A link into the page that is shown keeps its settings, which stand in the query. */
function stayHere(event: MouseEvent): void {
  const link = (event.target as Element).closest("a");
  if (!link || !isPlainPress(event) || link.pathname !== location.pathname) return;
  event.preventDefault();
  location.hash = link.hash;
}
