import { useEffect, useId, useRef } from "react";
import { Button } from "./Button.tsx";

export interface LinkByHandProps {
  readonly link: string;
  onClose(): void;
}

/** A link, selected, for readers whose browser does not let the page copy. */
export function LinkByHand({ link, onClose }: LinkByHandProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector("input")?.select();
  }, []);
  return (
    <dialog ref={dialog} className="lp-dialog" aria-labelledby={titleId} onClose={onClose}>
      <p id={titleId}>This browser does not let the page copy. Here is the link, selected:</p>
      <input readOnly value={link} aria-labelledby={titleId} />
      <Button onPress={() => dialog.current?.close()}>Close</Button>
    </dialog>
  );
}
