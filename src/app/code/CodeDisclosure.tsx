import { useCallback } from "react";
import { Disclosure } from "../../figure/Disclosure.tsx";
import { latePart } from "../../ui/late-part.tsx";
import { codePath } from "./code-path.ts";

const CodePanel = latePart("The code", () =>
  import("./CodePanel.tsx").then((part) => part.CodePanel),
);

interface CodeDisclosureProps {
  readonly demo: string;
  /** Before scripts run it is a link to the page of the code. */
  readonly still: boolean;
}

/** At a figure's foot: shows the code that runs. An address that names a line of it opens it. */
export function CodeDisclosure({ demo, still }: CodeDisclosureProps) {
  const opener = useCallback(
    (open: () => void) => {
      const lines = `#${demo.split("/")[1]}-code-`;
      const follow = (): void => {
        if (location.hash.startsWith(lines)) open();
      };
      follow();
      addEventListener("hashchange", follow);
      return () => removeEventListener("hashchange", follow);
    },
    [demo],
  );
  if (still)
    return (
      <a className="lp-foot-button" href={codePath(demo)}>
        Code
      </a>
    );
  return (
    <Disclosure title="Code" disabled={false} opener={opener}>
      <CodePanel demo={demo} />
    </Disclosure>
  );
}
