import type { WeightsFile } from "../contract/weights.ts";
import type { Run } from "../engine/page/held-run.ts";
import { Button } from "../ui/Button.tsx";
import { CardTable } from "./CardTable.tsx";

export interface BegunFromProps {
  readonly run: Run;
  readonly file: WeightsFile;
}

/** Which file of the reader's runs begin from, and the way back. */
export function BegunFrom({ run, file: { name, weights } }: BegunFromProps) {
  return (
    <div className="lp-weights">
      <div className="lp-receipt">
        <output>
          Runs begin from <strong>{name}</strong>, also after a reset. Links do not carry it.
        </output>
        <Button onPress={() => run.load(null)}>Begin without it</Button>
      </div>
      <details>
        <summary>Where these weights come from</summary>
        <CardTable card={weights.card} />
      </details>
    </div>
  );
}
