import { Suspense, useState } from "react";
import type { Demo } from "../contract/demo.ts";
import type { Seen, Snapshot } from "../contract/view.ts";
import { DISPLACED } from "../engine/page/displaced.ts";
import type { Run } from "../engine/page/held-run.ts";
import { latePart } from "../ui/late-part.tsx";
import { useRunPart } from "./use-run.ts";

// Most figures have none to show.
const NoticeList = latePart(
  "A notice",
  () => import("./NoticeList.tsx").then((part) => part.NoticeList),
  ({ notices }) => <p>{notices.join(" ")}</p>,
);

/** Of runs side by side: a sentence for each that ended while the others go on. */
const losses = ({ branches = {} }: Demo, snapshot: Snapshot): string[] =>
  Object.entries<Seen<Demo>>(snapshot.branches).flatMap(([name, { lost }]) =>
    lost ? [`“${branches[name]!.label}”: ${lost.message}`] : [],
  );

const sameTexts = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();

export interface NoticesProps {
  readonly demo: Demo;
  readonly run: Run;
}

/** What the reader should know and need not act on: corrected settings of a link, a replaced worker, a branch that ended. */
export function Notices({ demo, run }: NoticesProps) {
  const notices = useRunPart(
    run,
    (snapshot) => [
      // Said where it is said what the run does.
      ...snapshot.notices.filter((notice) => notice !== DISPLACED),
      ...losses(demo, snapshot),
    ],
    sameTexts,
  );
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const shown = notices.filter((notice) => !dismissed.includes(notice));
  return (
    <output className="lp-notices-region">
      {shown.length > 0 && (
        <Suspense>
          <NoticeList notices={shown} onDismiss={() => setDismissed(notices)} />
        </Suspense>
      )}
    </output>
  );
}
