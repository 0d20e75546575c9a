import "./control-sheets.css";

export interface SwitchProps {
  readonly id?: string;
  readonly on: boolean;
  readonly labelledBy?: string;
  readonly label?: string;
  readonly describedBy?: string;
  onChange(on: boolean): void;
}

/** On or off: a native checkbox that says it is a switch. */
export function Switch({ on, onChange, ...props }: SwitchProps) {
  return (
    <label className="lp-switch">
      <input
        type="checkbox"
        // A native checkbox says itself whether it is checked.
        // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props
        role="switch"
        id={props.id}
        checked={on}
        aria-label={props.label}
        aria-labelledby={props.labelledBy}
        aria-describedby={props.describedBy}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="lp-switch-track" aria-hidden="true" />
      <span className="lp-switch-word" aria-hidden="true">
        {on ? "on" : "off"}
      </span>
    </label>
  );
}
