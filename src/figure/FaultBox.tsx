import { curvesOfDemo } from "../contract/branches.ts";
import type { Demo } from "../contract/demo.ts";
import type { Fault } from "../contract/protocol.ts";
import type { Run } from "../engine/page/held-run.ts";
import { Button } from "../ui/Button.tsx";
import { formatCount } from "../ui/format-number.ts";
import { useRunPart } from "./use-run.ts";

const TITLES: Readonly<Record<Fault["code"], string>> = {
  "invalid-params": "These settings cannot run.",
  "no-file": "A file did not come.",
  "bad-file": "A file cannot be used.",
  diverged: "The training diverged.",
  "backend-lost": "The browser took away the means to compute.",
  "out-of-memory": "The browser ran out of memory.",
  bug: "Something broke that should not have.",
};

const FAULTS_OF_FILES = new Set<Fault["code"]>(["no-file", "bad-file"]);

export interface FaultBoxProps {
  readonly demo: Demo;
  readonly run: Run;
  onCommit(): void;
}

/** What went wrong, where, and the one press that mends it. */
export function FaultBox({ demo, run, onCommit }: FaultBoxProps) {
  const fault = useRunPart(run, (snapshot) => snapshot.fault);
  const ownFile = useRunPart(run, ({ begunFrom }) => begunFrom?.name);
  if (!fault) return null;
  const ownIsBad = ownFile !== undefined && isOfOwnFile(demo, fault);
  const way = ownIsBad ? { says: "Begin without the file" } : wayOut(demo, fault);
  const mend = (): void => {
    if (way?.values) run.commit(way.values);
    if (ownIsBad) run.load(null);
    else run.reset();
    onCommit();
  };
  // A new run fetches the files again, and trains at once as the reader had wished.
  const retries = FAULTS_OF_FILES.has(fault.code) && !ownIsBad;
  return (
    <div className="lp-fault">
      <p>
        <strong>{TITLES[fault.code]}</strong> {fault.message}
      </p>
      <p className="lp-fault-where">{ownIsBad ? `It is ${ownFile}.` : where(demo, fault)}</p>
      <div className="lp-fault-ways">
        {way && (
          <Button kind="primary" onPress={mend}>
            {way.says}
          </Button>
        )}
        <Button icon="reset" onPress={() => (retries ? run.play() : run.reset())}>
          {retries ? "Try again" : "Reset"}
        </Button>
      </div>
    </div>
  );
}

interface Way {
  readonly says: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

/** What one press can do about a fault. Without weights there are others to begin from; no settings do without data, or the engine. */
function wayOut({ weights = [], steps }: Demo, { code, culprit }: Fault): Way | undefined {
  if (FAULTS_OF_FILES.has(code)) return weights.find(({ file }) => file === culprit)?.instead;
  return code === "diverged" ? steps?.recovery : undefined;
}

/** Whether it is the reader's file of weights that cannot be used: it is here, and is none of the demo's data. */
const isOfOwnFile = ({ data = {} }: Demo, { code, culprit }: Fault): boolean =>
  code === "bad-file" && !Object.values(data).some((path) => path === culprit);

function where(demo: Demo, { code, step, culprit }: Fault): string {
  if (FAULTS_OF_FILES.has(code)) return culprit ? `It is ${culprit}.` : "";
  const name = culprit && curvesOfDemo(demo)[culprit]?.label;
  const what = name ? `First seen in “${name}”` : culprit ? `First seen in ${culprit}` : "";
  const when =
    step === undefined || !demo.steps ? "" : `at ${demo.steps.name} ${formatCount(step)}`;
  const place = [what || (when && "Seen"), when].filter(Boolean).join(" ");
  return place && `${place}.`;
}
