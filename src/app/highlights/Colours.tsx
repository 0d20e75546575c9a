import { useId } from "react";
import { COLOUR_NAMES, COLOURS, type Colour } from "./mark.ts";

export interface ColoursProps {
  readonly value: Colour;
  onChange(colour: Colour): void;
}

/** The colour of a mark, by name. */
export function Colours({ value, onChange }: ColoursProps) {
  const group = useId();
  return (
    <fieldset className="mark-colours">
      <legend className="lp-hidden">Colour</legend>
      {COLOURS.map((colour) => (
        <label key={colour} title={COLOUR_NAMES[colour]}>
          <input
            type="radio"
            name={group}
            checked={colour === value}
            onChange={() => onChange(colour)}
          />
          <span className={`mark-swatch mark-swatch-${colour}`} />
          <span className="mark-colour-name">{COLOUR_NAMES[colour]}</span>
        </label>
      ))}
    </fieldset>
  );
}
