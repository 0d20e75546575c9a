import { metas } from "../all-about.ts";
import { About } from "../home/About.tsx";
import { HomeFigure } from "../home/HomeFigure.tsx";
import { NoteItem } from "../home/NoteItem.tsx";
import { pathOf } from "../notes.ts";
import { Link } from "../router.tsx";
import { SENTENCE } from "./sentence.ts";
import "../styles/home-first.css";
import "../styles/note-thumbs.css";

/** The note whose figure is at work here. */
const AT_WORK = "wgan";

export function HomePage() {
  const papers = metas.filter(({ paper }) => paper);
  const shown = papers.find(({ slug }) => slug === AT_WORK);
  const hero = shown?.figures.find(({ form }) => form === "hero");
  return (
    <div className="home">
      <div className="home-first">
        <header>
          <h1>{SENTENCE}</h1>
          {shown && hero && (
            <p className="home-lead">
              One of them at work, from the note on{" "}
              <Link href={pathOf(shown.slug)}>{shown.title}</Link>: a generator that begins with
              noise, and a critic that tells it where the data are.
            </p>
          )}
        </header>
        {shown && hero && <HomeFigure hero={hero} note={pathOf(shown.slug)} />}
      </div>
      <section aria-labelledby="notes-heading">
        <h2 id="notes-heading">Notes</h2>
        <ol className="note-list">
          {papers.map((meta) => (
            <NoteItem key={meta.slug} meta={meta} />
          ))}
        </ol>
      </section>
      <About />
    </div>
  );
}
