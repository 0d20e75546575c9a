import { useEffect, useId, useRef, useState } from "react";
import { Button } from "./Button.tsx";
import { VisuallyHidden } from "./VisuallyHidden.tsx";
import "./control-sheets.css";

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
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID_FOR);
    return () => clearTimeout(timer);
  }, [copied]);

  useEffect(() => {
    if (byHand === null) return;
    dialog.current?.showModal();
    dialog.current?.querySelector("input")?.select();
  }, [byHand]);

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
        <dialog
          ref={dialog}
          className="lp-dialog"
          aria-labelledby={titleId}
          onClose={() => setByHand(null)}
        >
          <p id={titleId}>This browser does not let the page copy. Here is the link, selected:</p>
          <input readOnly value={byHand} aria-labelledby={titleId} />
          <Button onPress={() => dialog.current?.close()}>Close</Button>
        </dialog>
      )}
    </>
  );
}
