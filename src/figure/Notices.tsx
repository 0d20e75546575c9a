import { useState } from "react";
import type { Run } from "../engine/page/run.ts";
import { Button } from "../ui/Button.tsx";
import { useRunPart } from "./use-run.ts";

/** What the reader should know and need not act on: corrected settings of a link, a replaced worker. */
export function Notices({ run }: { readonly run: Run }) {
  const notices = useRunPart(run, (snapshot) => snapshot.notices);
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const shown = notices.filter((notice) => !dismissed.includes(notice));
  return (
    <output className="lp-notices-region">
      {shown.length > 0 && (
        <span className="lp-notices">
          <span>
            {shown.map((notice) => (
              <span key={notice}>{notice}</span>
            ))}
          </span>
          <Button
            kind="quiet"
            icon="close"
            label="Dismiss these notices"
            onPress={() => setDismissed(notices)}
          >
            {""}
          </Button>
        </span>
      )}
    </output>
  );
}
