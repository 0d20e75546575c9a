import { Button } from "../ui/Button.tsx";

export interface NoticeListProps {
  readonly notices: readonly string[];
  onDismiss(): void;
}

/** Sentences that can be put away. */
export function NoticeList({ notices, onDismiss }: NoticeListProps) {
  return (
    <span className="lp-notices">
      <span>
        {notices.map((notice) => (
          <span key={notice}>{notice}</span>
        ))}
      </span>
      <Button kind="quiet" icon="close" label="Dismiss these notices" onPress={onDismiss}>
        {""}
      </Button>
    </span>
  );
}
