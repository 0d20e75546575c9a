import { useEffect, useId, useRef, useState } from "react";
import type { Demo } from "../contract/demo.ts";
import { digestOf } from "../contract/digest.ts";
import { fromWire } from "../contract/params.ts";
import { writeReceipt } from "../contract/receipt.ts";
import { reproQuery } from "../contract/repro-query.ts";
import { type Shared } from "../contract/url.ts";
import type { Run } from "../engine/page/run.ts";
import { Button } from "../ui/Button.tsx";
import { CopyLink } from "../ui/CopyLink.tsx";
import { weightsOf } from "./save-weights.ts";

export interface ShareDialogProps {
  readonly demo: Demo;
  readonly run: Run;
  /** Version of this demo's code. */
  readonly version: string;
  /** Absolute link to the figure with the given settings. */
  link(shared: Shared): string;
  onClose(): void;
}

interface RunToShare extends Shared {
  readonly step: number;
  readonly changes: number;
  readonly digest: string;
}

/** Links to a figure's settings and to the run that it shows, and the command that repeats it in a terminal. */
export function ShareDialog({ demo, run, version, link, onClose }: ShareDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // What is shared is what the reader saw when the dialog opened; training may go on behind it.
  const [settings] = useState((): Shared => {
    const { values, seed } = run.snapshot();
    return { values, seed };
  });
  const [record, setRecord] = useState<RunToShare | string | null>(null);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    let wanted = true;
    const say = (found: RunToShare | string): void => {
      if (wanted) setRecord(found);
    };
    runToShare(demo, run, version).then(say, () =>
      say("This browser gives no digest on pages that are not served over https."),
    );
    return () => {
      wanted = false;
    };
  }, [demo, run, version]);

  const shared = typeof record === "object" && record ? record : settings;
  return (
    <dialog ref={dialog} className="lp-dialog lp-share" aria-labelledby={titleId} onClose={onClose}>
      <h4 id={titleId}>Share this figure</h4>
      <Row
        label="Its settings"
        says="Opens with the same settings and seed, not yet run."
        text={link(settings)}
        copy="Copy link"
      />
      {record === null && <p>The digest of the run is being computed …</p>}
      {typeof record === "string" && <p>{record}</p>}
      {typeof record === "object" && record && (
        <Row
          label="This very run"
          says={`${record.step.toLocaleString("en")} steps, ${record.changes} live change${record.changes === 1 ? "" : "s"}, digest ${record.digest}. Whoever opens it can compute the run again and see whether every number is the same.`}
          text={link(record)}
          copy="Copy link to the run"
        />
      )}
      <Row
        label="In a terminal"
        says="In a checkout of this site: the same run without a browser, and its digest."
        text={`npm run repro -- '${reproQuery(demo, shared)}'`}
        copy="Copy command"
      />
      <SaveWeights demo={demo} run={run} version={version} />
      <Button onPress={() => dialog.current?.close()}>Close</Button>
    </dialog>
  );
}

function SaveWeights({ demo, run, version }: Pick<ShareDialogProps, "demo" | "run" | "version">) {
  const [says, setSays] = useState("");
  const save = async (): Promise<void> => {
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
  return (
    <div className="lp-share-row">
      <strong>Its weights</strong>
      <p>
        As they are now, in the layout of safetensors, with a card: settings, seed, step, live
        changes, the last measures and the digest.
      </p>
      <Button onPress={() => void save().catch(failed)}>Save weights</Button>
      <output>{says}</output>
    </div>
  );
}

interface RowProps {
  readonly label: string;
  readonly says: string;
  readonly text: string;
  readonly copy: string;
}

function Row({ label, says, text, copy }: RowProps) {
  const id = useId();
  return (
    <div className="lp-share-row">
      <label htmlFor={id}>{label}</label>
      <p>{says}</p>
      <div>
        <input id={id} readOnly value={text} onFocus={(event) => event.target.select()} />
        <CopyLink link={() => text} label={copy} />
      </div>
    </div>
  );
}

/** The run as it stands, or a sentence on why there is none to share. */
async function runToShare(demo: Demo, run: Run, version: string): Promise<RunToShare | string> {
  const { series, backend, fault, precomputed } = run.snapshot();
  const { seed, params, changes, step } = run.history();
  if (step === 0 || precomputed || backend === null)
    return "Run the model, and a link to the run itself can be had here too.";
  if (fault) return "This run ended in a fault; its settings can be shared, the run cannot.";
  const digest = await digestOf(series, step);
  const receipt = writeReceipt(demo, { seed, params }, { version, backend, step, changes, digest });
  const { values } = fromWire(demo.params, params);
  return { values, seed, receipt, step, changes: changes.length, digest };
}
