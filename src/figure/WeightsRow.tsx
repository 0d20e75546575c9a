import { useRef, useState } from "react";
import type { Demo } from "../contract/demo.ts";
import type { Run } from "../engine/page/held-run.ts";
import { Button } from "../ui/Button.tsx";
import { readChosen } from "./load-weights.ts";
import { weightsOf } from "./save-weights.ts";

export interface WeightsRowProps {
  readonly demo: Demo;
  readonly run: Run;
  /** Version of the demo's code. */
  readonly version: string;
  /** A run began from a file. */
  onLoaded(): void;
}

/** Saves the weights of a run as a file, and begins a run from such a file. */
export function WeightsRow({ demo, run, version, onLoaded }: WeightsRowProps) {
  const [says, setSays] = useState("");
  const chooser = useRef<HTMLInputElement>(null);

  const save = async (): Promise<void> => {
    setSays("The weights are being measured …");
    const file = await weightsOf(demo, run, version);
    if (typeof file === "string") return setSays(file);
    const address = URL.createObjectURL(new Blob([file.bytes]));
    const link = Object.assign(document.createElement("a"), { href: address, download: file.name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address));
    setSays(`Saved as ${file.name}, ${Math.ceil(file.bytes.length / 1000)} kB.`);
  };
  const failed = (): void =>
    setSays(
      "The weights could not be saved: this browser gives no digest on pages that are not served over https.",
    );

  const load = async (file: File): Promise<void> => {
    const chosen = await readChosen(demo, run, file);
    if (typeof chosen === "string") return setSays(chosen);
    run.load(chosen);
    onLoaded();
  };

  return (
    <div className="lp-share-row">
      <strong>Its weights</strong>
      <p>
        As they are now, in the layout of safetensors, with a card: settings, seed, step, live
        changes, scores over 20 batches and the digest. A run can begin from such a file.
      </p>
      <span className="lp-share-files">
        <Button onPress={() => void save().catch(failed)}>Save weights</Button>
        <Button onPress={() => chooser.current?.click()}>Begin from a file …</Button>
        <input
          ref={chooser}
          hidden
          type="file"
          aria-label="File of weights"
          accept=".safetensors"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            // The same file can be chosen again.
            target.value = "";
            if (file) void load(file);
          }}
        />
      </span>
      <output>{says}</output>
    </div>
  );
}
