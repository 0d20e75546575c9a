import { classMark } from "./class-marks.ts";

/** Names the marks of classes. */
export function ClassKey({ names }: { readonly names: readonly string[] }) {
  return (
    <ul className="lp-class-key">
      {names.map((name, k) => (
        <li key={name}>
          <ClassSwatch index={k} />
          {name}
        </li>
      ))}
    </ul>
  );
}

/** The mark of a class, among words. */
function ClassSwatch({ index }: { readonly index: number }) {
  const { tone, kind, path } = classMark(index);
  return (
    <svg className="lp-class-swatch" viewBox="0 0 120 120" aria-hidden="true">
      <path className={`lp-class lp-class-${kind} lp-tone-${tone}`} d={`M60 60${path(40)}`} />
    </svg>
  );
}
