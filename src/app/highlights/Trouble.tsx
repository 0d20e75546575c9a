import { useCell } from "./watched-value.ts";
import { trouble } from "./store.ts";

/** Says that storing does not work, while it does not. */
export function Trouble() {
  const sentence = useCell(trouble);
  return sentence === null ? null : (
    <p role="alert" className="mark-trouble">
      {sentence}
    </p>
  );
}
