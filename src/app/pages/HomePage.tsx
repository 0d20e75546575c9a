import { About } from "../home/About.tsx";
import { HomeFigure } from "../home/HomeFigure.tsx";
import { ServedList } from "../home/ServedList.tsx";
import { notes, pathOf } from "../notes.ts";
import { Link } from "../router.tsx";
import { SENTENCE } from "./sentence.ts";
import "../styles/home-first.css";
import "../styles/note-thumbs.css";

/** The demo that is at work here. */
const AT_WORK = "wgan/ring";

export function HomePage() {
  const shown = notes.find(({ meta }) => meta.demos.includes(AT_WORK))?.meta;
  return (
    <div className="home">
      <div className="home-first">
        <header>
          <h1>{SENTENCE}</h1>
          {shown && (
            <p className="home-lead">
              Here one is at work, from the note on{" "}
              <Link href={pathOf(shown.slug)}>{shown.title}</Link>: a generator that begins with
              noise, and a critic that tells it which way the data lie.
            </p>
          )}
        </header>
        {shown && <HomeFigure demo={AT_WORK} note={pathOf(shown.slug)} />}
      </div>
      <section aria-labelledby="notes-heading">
        <h2 id="notes-heading">Notes</h2>
        <ServedList />
      </section>
      <About />
    </div>
  );
}
