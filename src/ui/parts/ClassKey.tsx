import { classMark, levelMark, type ClassMark } from "./class-marks.ts";

export interface KeyProps {
  /** Of the classes, from 0. */
  readonly names: readonly string[];
  /** Of a point beside theirs, which is ringed: its name would hide others. */
  readonly ringed?: string | undefined;
}

/** Names the marks of classes. */
export const ClassKey = (props: KeyProps) => <Key {...props} markOf={classMark} />;

/** Names the marks of levels. */
export const LevelKey = (props: KeyProps) => <Key {...props} markOf={levelMark} />;

function Key({ names, ringed, markOf }: KeyProps & { markOf(k: number): ClassMark }) {
  return (
    <ul className="lp-class-key">
      {names.map((name, k) => (
        <li key={name}>
          <Swatch {...markOf(k)} />
          {name}
        </li>
      ))}
      {ringed && (
        <li>
          <svg className="lp-class-swatch" viewBox="0 0 120 120" aria-hidden="true">
            <circle className="lp-space-mark" cx="60" cy="60" r="50" />
            <circle className="lp-space-middle" cx="60" cy="60" r="20" />
          </svg>
          {ringed}
        </li>
      )}
    </ul>
  );
}

/** A mark, among words. */
function Swatch({ tone, kind, path }: ClassMark) {
  return (
    <svg className="lp-class-swatch" viewBox="0 0 120 120" aria-hidden="true">
      <path className={`lp-class lp-class-${kind} lp-tone-${tone}`} d={`M60 60${path(40)}`} />
    </svg>
  );
}
