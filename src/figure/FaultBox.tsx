import type { Demo } from "../contract/demo.ts";
import type { Fault } from "../contract/protocol.ts";
import type { Run } from "../engine/page/run.ts";
import { Button } from "../ui/Button.tsx";
import { formatCount } from "../ui/format-number.ts";
import { useRunPart } from "./use-run.ts";

const TITLES: Readonly<Record<Fault["code"], string>> = {
  "invalid-params": "These settings cannot run.",
  "no-file": "A file is missing.",
  diverged: "The training diverged.",
  "backend-lost": "The browser took away the means to compute.",
  "out-of-memory": "The browser ran out of memory.",
  bug: "Something broke that should not have.",
};

/** Faults that other settings can mend. */
const MENDED_BY_SETTINGS = new Set<Fault["code"]>(["diverged", "invalid-params", "out-of-memory"]);

export interface FaultBoxProps {
  readonly demo: Demo;
  readonly run: Run;
  onCommit(): void;
}

/** What went wrong, where, and the one press that mends it. */
export function FaultBox({ demo, run, onCommit }: FaultBoxProps) {
  const fault = useRunPart(run, (snapshot) => snapshot.fault);
  const missing = fault?.code === "no-file";
  const { says, values } = (missing && demo.weights?.instead) || demo.recovery;
  const mend = (): void => {
    run.set(values);
    run.reset();
    onCommit();
  };
  if (!fault) return null;
  return (
    <div className="lp-fault">
      <p>
        <strong>{TITLES[fault.code]}</strong> {fault.message}
      </p>
      <p className="lp-fault-where">{where(demo, fault)}</p>
      <div className="lp-fault-ways">
        {(MENDED_BY_SETTINGS.has(fault.code) || (missing && demo.weights)) && (
          <Button kind="primary" onPress={mend}>
            {says}
          </Button>
        )}
        <Button icon="reset" onPress={() => run.reset()}>
          Reset
        </Button>
      </div>
    </div>
  );
}

function where(demo: Demo, { step, culprit }: Fault): string {
  const name = culprit && (demo.metrics[culprit] ?? demo.measures[culprit])?.label;
  const what = name ? `First seen in “${name}”` : culprit ? `First seen in ${culprit}` : "";
  const when = step === undefined ? "" : `at ${demo.stepName} ${formatCount(step)}`;
  const place = [what || (when && "Seen"), when].filter(Boolean).join(" ");
  return place && `${place}.`;
}
