import { Link } from "wouter";
import { notes, pathOf } from "../notes.ts";

export function NotFoundPage() {
  return (
    <div className="home">
      <h1>There is no page at this address.</h1>
      <p>The link may be mistyped, or the page may have been renamed. These pages exist:</p>
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
    </div>
  );
}
