import { useEffect, useId, useRef, useState } from "react";
import type { Demo } from "../contract/demo.ts";
import { digestOf } from "../receipts/digest.ts";
import { fromWire } from "../contract/params.ts";
import { writeReceipt } from "../receipts/receipt.ts";
import { reproCommand } from "../receipts/repro-query.ts";
import { type Shared } from "../contract/url.ts";
import type { Run } from "../engine/page/run.ts";
import { Button } from "../ui/Button.tsx";
import { CopyLink } from "../ui/CopyLink.tsx";
import { WeightsRow } from "./WeightsRow.tsx";

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

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const close = (): void => dialog.current?.close();
  const { steps, branches } = demo;
  return (
    <dialog ref={dialog} className="lp-dialog lp-share" aria-labelledby={titleId} onClose={onClose}>
      <h4 id={titleId}>Share this figure</h4>
      <Row
        label="Its settings"
        says={
          steps ? "Opens with the same settings and seed, not yet run." : "Opens as it is set now."
        }
        text={link(settings)}
        copy="Copy link"
      />
      {steps ? (
        <RunRows {...{ demo, run, version, link, settings }} />
      ) : (
        <CommandRow
          says="In a checkout of this site: its numbers, computed without a browser."
          text={reproCommand(demo, settings, null)}
        />
      )}
      {steps && !branches && (
        <WeightsRow demo={demo} run={run} version={version} onLoaded={close} />
      )}
      <Button onPress={close}>Close</Button>
    </dialog>
  );
}

interface RunRowsProps extends Omit<ShareDialogProps, "onClose"> {
  readonly settings: Shared;
}

/** The run as it stood when the dialog opened. */
function RunRows({ demo, run, version, link, settings }: RunRowsProps) {
  const [{ begunFrom }] = useState(() => run.snapshot());
  const [record, setRecord] = useState<RunToShare | string | null>(null);
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
    <>
      {record === null && <p>The digest of the run is being computed …</p>}
      {typeof record === "string" && <p>{record}</p>}
      {typeof record === "object" && record && begunFrom && (
        <p>
          The run began from {begunFrom.name}, which no link can carry: with that file, the command
          below repeats it.
        </p>
      )}
      {typeof record === "object" && record && !begunFrom && (
        <Row
          label="This very run"
          says={`${record.step.toLocaleString("en")} steps, ${record.changes} live change${record.changes === 1 ? "" : "s"}, digest ${record.digest}. Whoever opens it can compute the run again and see whether every number is the same.`}
          text={link(record)}
          copy="Copy link to the run"
        />
      )}
      <CommandRow
        says="In a checkout of this site: the same run without a browser, and its digest."
        text={reproCommand(demo, shared, begunFrom)}
      />
    </>
  );
}

const CommandRow = (props: Pick<RowProps, "says" | "text">) => (
  <Row {...props} label="In a terminal" copy="Copy command" />
);

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
  const { curves, backend, fault, precomputed } = run.snapshot();
  const { seed, params, changes, step } = run.history();
  if (step === 0 || precomputed || backend === null)
    return "Run the model, and a link to the run itself can be had here too.";
  if (fault) return "This run ended in a fault; its settings can be shared, the run cannot.";
  const digest = await digestOf(curves, step);
  const receipt = writeReceipt(demo, { seed, params }, { version, backend, step, changes, digest });
  const { values } = fromWire(demo.params, params);
  return { values, seed, receipt, step, changes: changes.length, digest };
}
