import { useEffect, useState } from "react";
import type { Demo } from "../contract/demo.ts";
import type { WeightsFile } from "../contract/weights.ts";
import type { Run } from "../engine/page/held-run.ts";
import { Button } from "../ui/Button.tsx";
import { CardTable } from "./CardTable.tsx";
import { isShipped } from "./shipped-weights.ts";

export interface BegunFromProps {
  readonly demo: Demo;
  readonly run: Run;
  readonly file: WeightsFile;
}

/** Which file of the reader's runs begin from, and the way back. */
export function BegunFrom({ demo, run, file }: BegunFromProps) {
  return (
    <div className="lp-weights">
      <div className="lp-receipt">
        <output>
          Runs begin from <strong>{file.name}</strong>, also after a reset. Links do not carry it.
        </output>
        <Button onPress={() => run.load(null)}>Begin without it</Button>
      </div>
      <details>
        <summary>Where these weights come from</summary>
        <Trust demo={demo} file={file} />
        <CardTable card={file.weights.card} />
      </details>
    </div>
  );
}

/** Whose word the card is: a file's card can be written by anyone. */
function Trust({ demo, file }: Pick<BegunFromProps, "demo" | "file">) {
  const [shipped, setShipped] = useState<WeightsFile | null>(null);
  useEffect(() => {
    void isShipped(demo, file).then((is) => is && setShipped(file));
  }, [demo, file]);
  return (
    <p>
      {shipped === file
        ? "This is a file that ships with this site, byte for byte."
        : "So says the file itself, and nobody has checked it: it is only known that its numbers came whole. Whether they were made like this, the command tells when it is run again."}
    </p>
  );
}
