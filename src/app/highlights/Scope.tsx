import "../../ui/control-sheets.css";

export type Scope = "here" | "all";

const NAMES: readonly (readonly [Scope, string])[] = [
  ["here", "This note"],
  ["all", "All notes"],
];

/** Which notes are listed. Not `ui/Choice`: taken out of the figures’ chunk it would cost every reader a request. */
export function Scope({ value, onChange }: { value: Scope; onChange(value: Scope): void }) {
  return (
    <div role="radiogroup" aria-label="Which notes" className="lp-segments">
      {NAMES.map(([scope, name]) => (
        <label key={scope} className="lp-segment">
          <input
            type="radio"
            name="mark-scope"
            checked={scope === value}
            onChange={() => onChange(scope)}
          />
          <span>{name}</span>
        </label>
      ))}
    </div>
  );
}
