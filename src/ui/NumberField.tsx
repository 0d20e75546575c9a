import { useId, useState, type KeyboardEvent } from "react";
import { StillField } from "./StillField.tsx";
import "./control-sheets.css";

export interface NumberFieldProps {
  readonly id?: string;
  /** The present value as it is edited: plain digits, no typesetting. */
  readonly text: string;
  readonly labelledBy?: string;
  readonly label?: string;
  readonly describedBy?: string;
  readonly unit?: string;
  /** Whether the keyboard of a phone needs a minus sign. */
  readonly signed?: boolean;
  /** A value in range, and a sentence when that is not what was typed; where that says none, `unread` begins a sentence why. */
  parse(text: string): {
    readonly value: number;
    readonly problem?: string;
    readonly unread?: string;
  };
  /** On Enter, and on leaving the field. */
  onCommit(value: number): void;
  /** Up and down arrows. */
  onNudge?(steps: number): void;
}

/** Typed numbers; what is none, or may be two, leaves the value and is said. */
export function NumberField(props: NumberFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const problemId = useId();

  const commit = (): void => {
    if (draft === null) return;
    setDraft(null);
    const { value, problem: corrected, unread } = props.parse(draft);
    const why = draft.trim() === "" ? "Nothing was typed" : unread;
    setProblem(why === undefined ? (corrected ?? null) : `${why}: it stays ${props.text}.`);
    if (why === undefined) props.onCommit(value);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter") commit();
    else if (event.key === "Escape") setDraft(null);
    else if (props.onNudge && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      setDraft(null);
      props.onNudge(event.key === "ArrowUp" ? 1 : -1);
    }
  };

  return (
    <span className="lp-number">
      {import.meta.env.SSR ? (
        <StillField {...props} kind="number">
          {props.text}
        </StillField>
      ) : (
        <input
          id={props.id}
          type="text"
          inputMode={props.signed ? "text" : "decimal"}
          autoComplete="off"
          spellCheck={false}
          value={draft ?? props.text}
          aria-label={props.label}
          aria-labelledby={props.labelledBy}
          aria-describedby={
            [props.describedBy, problem && problemId].filter(Boolean).join(" ") || undefined
          }
          onFocus={(event) => event.target.select()}
          onChange={(event) => {
            setDraft(event.target.value);
            setProblem(null);
          }}
          onKeyDown={onKeyDown}
          onBlur={commit}
        />
      )}
      {props.unit !== undefined && <span className="lp-unit">{props.unit}</span>}
      <output id={problemId} className="lp-problem">
        {problem}
      </output>
    </span>
  );
}
