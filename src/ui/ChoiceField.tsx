import { useId } from "react";
import { Menu, type MenuProps } from "./Menu.tsx";
import "./control-sheets.css";

/** More options than this become a menu: a row of them would not fit a phone. */
const MOST_SEGMENTS = 4;

/** One of a few: a segmented row of radio buttons, or a menu when there are many. */
export function ChoiceField(props: MenuProps) {
  const group = useId();
  const { options, value, onChange } = props;
  if (options.length > MOST_SEGMENTS) return <Menu {...props} />;
  return (
    <div
      id={props.id}
      role="radiogroup"
      aria-label={props.label}
      aria-labelledby={props.labelledBy}
      aria-describedby={props.describedBy}
      className="lp-segments"
    >
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
