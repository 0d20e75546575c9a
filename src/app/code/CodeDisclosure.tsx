import { lazy, startTransition, Suspense, useEffect, useId, useState } from "react";
import { isPlainPress } from "../router.tsx";
import { codePath } from "./code-path.ts";

const CodePanel = lazy(() =>
  import("./CodePanel.tsx").then(
    ({ CodePanel: Panel }) => ({ default: Panel }),
    () => ({ default: Missing }),
  ),
);

function Missing() {
  return <p role="alert">The code could not be fetched. Loading the page again may help.</p>;
}

interface CodeDisclosureProps {
  readonly demo: string;
  /** Before scripts run it is a link to the page of the code. */
  readonly still: boolean;
}

/** At a figure's foot: shows the code that runs. Links of the note into this code open it here. */
export function CodeDisclosure({ demo, still }: CodeDisclosureProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const path = codePath(demo);

  useEffect(() => {
    const lines = `#${demo.split("/")[1]}-code-`;
    const follow = (): void => {
      if (location.hash.startsWith(lines)) startTransition(() => setOpen(true));
    };
    const stay = (event: MouseEvent): void => {
      const link = (event.target as Element).closest<HTMLAnchorElement>(`a[href^="${path}#"]`);
      if (!link || !isPlainPress(event)) return;
      event.preventDefault();
      // A second click on the same link leads there again.
      if (location.hash === link.hash) dispatchEvent(new HashChangeEvent("hashchange"));
      else location.hash = link.hash;
    };
    follow();
    addEventListener("hashchange", follow);
    document.addEventListener("click", stay);
    return () => {
      removeEventListener("hashchange", follow);
      document.removeEventListener("click", stay);
    };
  }, [demo, path]);

  if (still)
    return (
      <a className="lp-foot-button" href={path}>
        Show the code
      </a>
    );
  return (
    <>
      <button
        type="button"
        className="lp-foot-button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => startTransition(() => setOpen(!open))}
      >
        {open ? "Hide the code" : "Show the code"}
      </button>
      <div id={id}>
        {open && (
          <Suspense>
            <CodePanel demo={demo} />
          </Suspense>
        )}
      </div>
    </>
  );
}
