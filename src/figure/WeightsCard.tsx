import { useEffect, useState } from "react";
import type { Demo } from "../contract/demo.ts";
import { weightsFile } from "../contract/trained.ts";
import type { Card } from "../contract/weights.ts";
import { readWeights } from "../weights/weights-file.ts";
import type { Run } from "../engine/page/held-run.ts";
import { askingRun } from "./asking-run.ts";
import { CardTable, Entry } from "./CardTable.tsx";
import { misfit } from "./misfit.ts";
import { useRunPart } from "./use-run.ts";

export interface WeightsCardProps {
  readonly demo: Demo;
  readonly run: Run;
}

/** Where the trained weights come from that the run begins with, or why it does not begin with them. */
export function WeightsCard({ demo, run }: WeightsCardProps) {
  const values = useRunPart(run, (snapshot) => snapshot.values);
  const asking = askingRun(demo, values);
  if (!asking) return null;
  const file = weightsFile(demo, asking.settings);
  if (file === undefined) return <p className="lp-weights">{misfit(demo, values)}</p>;
  return (
    <details className="lp-weights">
      <summary>Where the trained weights come from</summary>
      <FileCard file={file} />
    </details>
  );
}

function FileCard({ file }: { readonly file: string }) {
  const [card, setCard] = useState<Card | string>("The card is being read …");
  useEffect(() => {
    let wanted = true;
    const say = (found: Card | string): void => {
      if (wanted) setCard(found);
    };
    cardAt(`${import.meta.env.BASE_URL}${file}`).then(say, (error: Error) =>
      say(`The card of these weights could not be read: ${error.message}`),
    );
    return () => {
      wanted = false;
    };
  }, [file]);

  if (typeof card === "string") return <p>{card}</p>;
  return (
    <CardTable card={card}>
      <Entry term="File">
        <a href={`${import.meta.env.BASE_URL}${file}`} download>
          {file.slice(file.lastIndexOf("/") + 1)}
        </a>
      </Entry>
    </CardTable>
  );
}

/** The same file that the worker loads; the browser keeps it. */
async function cardAt(address: string): Promise<Card> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the file is missing (${response.status}).`);
  return (await readWeights(await response.arrayBuffer())).card;
}
