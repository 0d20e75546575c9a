import { useEffect, useId, useState } from "react";
import type { Demo } from "../contract/demo.ts";
import { digestOf } from "../receipts/digest.ts";
import { offeredReceipt } from "../receipts/receipt.ts";
import { reproCommand } from "../receipts/repro-query.ts";
import { type Shared } from "../contract/url.ts";
import type { Run } from "../engine/page/held-run.ts";
import { Button } from "../ui/Button.tsx";
import { CopyLink } from "../ui/CopyLink.tsx";
import { formatCounted } from "../ui/format-number.ts";
import { WeightsPart } from "./WeightsPart.tsx";
import { WeightsRow } from "./WeightsRow.tsx";

export interface ReproduceProps {
  readonly demo: Demo;
  readonly run: Run;
  /** Version of this demo's code. */
  readonly version: string;
  /** Absolute link to the figure with the given settings. */
  link(shared: Shared): string;
}

interface RunToShare extends Shared {
  readonly step: number;
  readonly changes: number;
  readonly digest: string;
}

/** What it takes to compute what is shown once more: a link to the run, a command, its weights. */
export function Reproduce(props: ReproduceProps) {
  const { demo, run, version, link } = props;
  const [taken, setTaken] = useState(0);
  const again = (): void => setTaken(taken + 1);
  const { steps, branches } = demo;
  return (
    <div className="lp-share">
      <WeightsPart demo={demo} run={run} />
      <Rows key={taken} {...{ demo, run, version, link }} />
      {steps && !branches && (
        <WeightsRow demo={demo} run={run} version={version} onLoaded={again} />
      )}
      {steps && (
        <Button icon="reset" onPress={again}>
          Take it anew
        </Button>
      )}
    </div>
  );
}

/** The figure as it stood when this was opened; training may go on behind it. */
function Rows(props: ReproduceProps) {
  const { demo, run } = props;
  const [settings] = useState((): Shared => {
    const { values, seed } = run.snapshot();
    return { values, seed };
  });
  if (demo.steps) return <RunRows {...props} settings={settings} />;
  return (
    <CommandRow
      says="In a checkout of this site: its numbers, computed without a browser."
      text={reproCommand(demo, settings, null)}
    />
  );
}

interface RunRowsProps extends ReproduceProps {
  readonly settings: Shared;
}

/** The run as it stands. */
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
          says={`${formatCounted(record.step, "step")}, ${formatCounted(record.changes, "live change")}, digest ${record.digest}. Whoever opens it can compute the run again and see whether every number is the same.`}
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

/** The run as it stands, or a sentence on why there is none to share. What is offered, this page itself would open. */
async function runToShare(demo: Demo, run: Run, version: string): Promise<RunToShare | string> {
  const { curves, backend, fault, precomputed } = run.snapshot();
  const { seed, params, changes, step } = run.history();
  if (step === 0 || precomputed || backend === null)
    return "Run the model, and a link to the run itself can be had here too.";
  if (fault) return "This run ended in a fault; its settings can be shared, the run cannot.";
  const digest = await digestOf(curves, step);
  const start = { seed, params };
  const offered = offeredReceipt(demo, start, { version, backend, step, changes, digest });
  if ("reason" in offered) return `This run goes into no link: ${offered.reason}`;
  return { ...offered.shared, step, changes: changes.length, digest };
}
