import { Link } from "../router.tsx";
import { notes, pathOf } from "../notes.ts";

/** Where a reader who met a dead end can go. */
export function AllPages() {
  return (
    <ul>
      <li>
        <Link href="/">The list of notes</Link>
      </li>
      {notes.map(({ meta }) => (
        <li key={meta.slug}>
          <Link href={pathOf(meta.slug)}>{meta.title}</Link>
        </li>
      ))}
    </ul>
  );
}
