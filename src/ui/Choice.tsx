import { useId } from "react";
import "./controls.css";

export interface ChoiceProps {
  readonly id?: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly labelledBy?: string;
  readonly label?: string;
  readonly describedBy?: string;
  onChange(value: string): void;
}

/** More options than this become a menu: a row of them would not fit a phone. */
const MOST_SEGMENTS = 4;

/** One of a few: a segmented row of radio buttons, or a menu when there are many. */
export function Choice({ options, value, onChange, ...props }: ChoiceProps) {
  const group = useId();
  const naming = {
    id: props.id,
    "aria-label": props.label,
    "aria-labelledby": props.labelledBy,
    "aria-describedby": props.describedBy,
  };
  if (options.length > MOST_SEGMENTS) {
    return (
      <select
        {...naming}
        className="lp-select"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  }
  return (
    <div {...naming} role="radiogroup" tabIndex={-1} className="lp-segments">
      {options.map((option) => (
        <label key={option.value} className="lp-segment">
          <input
            type="radio"
            name={group}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
