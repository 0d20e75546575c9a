import { StillField } from "./StillField.tsx";
import "./control-sheets.css";

export interface MenuProps {
  readonly id?: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly labelledBy?: string;
  readonly label?: string;
  readonly describedBy?: string;
  onChange(value: string): void;
}

/** One of several, from the browser's own menu. */
export function Menu({ options, value, onChange, ...props }: MenuProps) {
  if (import.meta.env.SSR)
    return (
      <StillField {...props} kind="menu">
        {/* All of them, of which one is seen: as wide as the menu that it stands for. */}
        {options.map((option) => (
          <span key={option.value} hidden={option.value !== value}>
            {option.label}
          </span>
        ))}
      </StillField>
    );
  return (
    <select
      id={props.id}
      className="lp-select"
      value={value}
      aria-label={props.label}
      aria-labelledby={props.labelledBy}
      aria-describedby={props.describedBy}
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
