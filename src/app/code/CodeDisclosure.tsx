import { lazy, startTransition, Suspense, useEffect, useId, useState } from "react";
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

/** At a figure's foot: shows the code that runs. An address that names a line of it opens it. */
export function CodeDisclosure({ demo, still }: CodeDisclosureProps) {
  const [open, setOpen] = useState(false);
  const id = useId();

  useEffect(() => {
    const lines = `#${demo.split("/")[1]}-code-`;
    const follow = (): void => {
      if (location.hash.startsWith(lines)) startTransition(() => setOpen(true));
    };
    follow();
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [demo]);

  if (still)
    return (
      <a className="lp-foot-button" href={codePath(demo)}>
        Code
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
        Code
      </button>
      <div id={id} className="lp-disclosed">
        {open && (
          <Suspense>
            <CodePanel demo={demo} />
          </Suspense>
        )}
      </div>
    </>
  );
}
