import type { Shared } from "../contract/url.ts";
import type { Run } from "../engine/page/held-run.ts";
import { CopyLink } from "../ui/CopyLink.tsx";
import { whyNoLink } from "./offered-link.ts";

export interface ShareButtonProps {
  readonly run: Run;
  /** Absolute link to the figure with the given settings. */
  link(shared: Shared): string;
}

/** Copies a link to the figure as it is set. */
export function ShareButton({ run, link }: ShareButtonProps) {
  const now = (): string => {
    const { values, seed } = run.snapshot();
    return link({ values, seed });
  };
  return <CopyLink label="Share" link={now} whyNot={() => whyNoLink(now())} />;
}
