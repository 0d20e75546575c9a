import { useRef } from "react";
import type { Demo } from "../../contract/demo.ts";
import { Button } from "../../ui/Button.tsx";
import { Dealing } from "./Dealing.tsx";
import { HowFar } from "./HowFar.tsx";
import { useDroppedFiles } from "./use-dropped-files.ts";
import { useRealDrawings } from "./use-real-drawings.ts";
import "./real-drawings.css";

interface RealDrawingsProps {
  readonly demo: Demo;
}

/** Takes Omniglot's zip files from the reader, keeps their drawings on the device, and deals episodes from them. */
export function RealDrawings({ demo }: RealDrawingsProps) {
  const { bits, whole, reading, says, take, cancel, forget } = useRealDrawings();
  const dragged = useDroppedFiles(take);
  const panel = useRef<HTMLDivElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  // For a button that goes when it is pressed, and would take the focus with it.
  const here = (act: () => void) => (): void => {
    panel.current?.focus();
    act();
  };
  return (
    <div ref={panel} tabIndex={-1} className="real-drawings">
      {bits === null && <Offer />}
      {bits && <Dealing demo={demo} bits={bits} whole={whole} />}
      {dragged && <p className="real-drawings-drop">Drop Omniglot’s zip files anywhere here.</p>}
      <p className="real-drawings-row">
        <Button onPress={() => chooser.current?.click()}>Choose zip files …</Button>
        {bits && (
          <Button inert={reading !== null} onPress={here(forget)}>
            Forget these drawings
          </Button>
        )}
      </p>
      {reading && <HowFar {...reading} onCancel={here(cancel)} />}
      <input
        ref={chooser}
        hidden
        type="file"
        multiple
        accept=".zip,application/zip"
        aria-label="Zip files of Omniglot"
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // The same file can be chosen again.
          target.value = "";
          take(files);
        }}
      />
      <output>{says}</output>
    </div>
  );
}

const Offer = () => (
  <p>
    The signs above were drawn by simulated hands. Omniglot’s were drawn by people; they are not
    part of this page. If you have its files <code>images_evaluation.zip</code> or{" "}
    <code>images_background.zip</code>, from the folder python of{" "}
    <a href="https://github.com/brendenlake/omniglot">github.com/brendenlake/omniglot</a>, choose
    them here or drop them on the page. They are read on this device and sent nowhere; their
    drawings are kept on it.
  </p>
);
