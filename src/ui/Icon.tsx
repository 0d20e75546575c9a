import "./control-sheets.css";

/** Outlines on a 16 × 16 grid. */
const SHAPES = {
  run: "M5 3.2v9.6L13 8z",
  pause: "M5 3.5v9M11 3.5v9",
  step: "M4 3.2v9.6L10.5 8zM12.5 3.5v9",
  reset: "M3.2 6.2A5.2 5.2 0 1 1 2.8 9M3 2.8v3.6h3.6",
  seed: "M3 3h10v10H3zM5.8 5.8h0M10.2 10.2h0M10.2 5.8h0M5.8 10.2h0",
  link: "M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.2-2.2a2.6 2.6 0 0 0-3.7-3.7l-.9.9M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.3 9a2.6 2.6 0 0 0 3.7 3.7l.9-.9",
  done: "M3 8.5l3.3 3.3L13 4.8",
  close: "M4 4l8 8M12 4l-8 8",
} as const;

export type IconName = keyof typeof SHAPES;

/** A small line drawing beside a word; never alone, so it says nothing to screen readers. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="lp-icon" viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={SHAPES[name]}
        className={name === "run" || name === "step" ? "lp-icon-solid" : undefined}
      />
    </svg>
  );
}
