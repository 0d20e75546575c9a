import { Button } from "../../ui/Button.tsx";
import { formatCount } from "../../ui/format-number.ts";
import { Progress } from "../../ui/Progress.tsx";
import type { Reading } from "./use-real-drawings.ts";

/** How far a file is read, how long that will still take, and the way to end it. */
export function HowFar({ file, done, all, secondsLeft, onCancel }: Reading & { onCancel(): void }) {
  const left = secondsLeft === null ? "" : `, about ${Math.max(1, Math.ceil(secondsLeft))} s left`;
  return (
    <div className="real-drawings-row">
      <Progress label={`Drawings read of ${file}`} value={done} max={all || 1} />
      <span>
        {all > 0
          ? `${file}: ${formatCount(done)} of ${formatCount(all)} drawings${left}`
          : `${file}: reading its list`}
      </span>
      <Button onPress={onCancel}>Cancel</Button>
    </div>
  );
}
