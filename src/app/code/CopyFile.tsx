import { useEffect, useState } from "react";

/** How long the button says so, ms. */
const SAID_FOR = 2500;

/** Copies a listing; where the browser refuses the clipboard, selects it for copying by hand. */
export function CopyFile({ text }: { readonly text: () => Element }) {
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(""), SAID_FOR);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async (): Promise<void> => {
    const listing = text();
    try {
      await navigator.clipboard.writeText(listing.textContent);
      setSaid("Copied");
    } catch {
      getSelection()?.selectAllChildren(listing);
      setSaid("Selected");
    }
  };
  return (
    <>
      <button type="button" className="code-copy" onClick={() => void copy()}>
        {said || "Copy file"}
      </button>
      <output className="sr-only">{said}</output>
    </>
  );
}
