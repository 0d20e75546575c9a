import { lazy, Suspense, useState } from "react";
import type { Demo } from "../contract/demo.ts";
import type { Shared } from "../contract/url.ts";
import type { Run } from "../engine/page/run.ts";
import { Button } from "../ui/Button.tsx";

export interface ShareButtonProps {
  readonly demo: Demo;
  readonly run: Run;
  readonly version: string;
  link(shared: Shared): string;
}

const ShareDialog = lazy(async () => ({
  default: (await import("./ShareDialog.tsx")).ShareDialog,
}));

/** Opens what there is to take along of a figure. */
export function ShareButton(props: ShareButtonProps) {
  const [sharing, setSharing] = useState(false);
  return (
    <div className="lp-bar-part lp-bar-end">
      <Button icon="link" onPress={() => setSharing(true)}>
        Share
      </Button>
      {sharing && (
        <Suspense>
          <ShareDialog {...props} onClose={() => setSharing(false)} />
        </Suspense>
      )}
    </div>
  );
}
