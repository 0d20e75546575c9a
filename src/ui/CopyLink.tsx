import { Suspense, useEffect, useState } from "react";
import { Button } from "./Button.tsx";
import { latePart } from "./late-part.tsx";
import { VisuallyHidden } from "./VisuallyHidden.tsx";
import "./control-sheets.css";

// Browsers seldom refuse.
const LinkByHand = latePart("The link", () =>
  import("./LinkByHand.tsx").then((part) => part.LinkByHand),
);

/** How long the button says that the link was copied, ms. */
const SAID_FOR = 2500;

export interface CopyLinkProps {
  readonly label: string;
  link(): string;
  /** Why there is no link now, if there is none. */
  whyNot?(): string;
}

/** Copies a link; where the browser refuses the clipboard, shows it selected for copying by hand. */
export function CopyLink({ link, label, whyNot }: CopyLinkProps) {
  const [refused, setRefused] = useState("");
  const [copied, setCopied] = useState(false);
  const [byHand, setByHand] = useState<string | null>(null);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID_FOR);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async (): Promise<void> => {
    const why = whyNot?.() ?? "";
    setRefused(why);
    if (why) return;
    const text = link();
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      setByHand(text);
    }
  };

  return (
    <>
      <Button
        icon={copied ? "done" : "link"}
        className={copied ? "lp-copy lp-copied" : "lp-copy"}
        onPress={() => void copy()}
      >
        {copied ? "Link copied" : label}
      </Button>
      <output className="lp-copy-says">
        {refused}
        <VisuallyHidden>{copied && "Link copied"}</VisuallyHidden>
      </output>
      {byHand !== null && (
        <Suspense>
          <LinkByHand link={byHand} onClose={() => setByHand(null)} />
        </Suspense>
      )}
    </>
  );
}
