import { Link } from "../router.tsx";
import { notes, pathOf } from "../notes.ts";
import { HOME } from "../site-path.ts";

/** Where a reader who met a dead end can go. */
export function AllPages() {
  return (
    <ul>
      <li>
        <Link href={HOME}>The list of notes</Link>
      </li>
      {notes.map(({ meta }) => (
        <li key={meta.slug}>
          <Link href={pathOf(meta.slug)}>{meta.title}</Link>
        </li>
      ))}
    </ul>
  );
}
