import { Suspense } from "react";
import { latePart } from "../../ui/late-part.tsx";
import { HomeFigure } from "../home/HomeFigure.tsx";
import { notes, pathOf } from "../notes.ts";
import { Link } from "../router.tsx";
import { SENTENCE } from "./sentence.ts";
import { ServedPart } from "./ServedPart.tsx";
import "../styles/home-first.css";
import "../styles/note-thumbs.css";

const NoteList = latePart("The list of notes", () =>
  import("../home/NoteList.tsx").then((part) => part.NoteList),
);
const About = latePart("How it works", () =>
  import("../home/About.tsx").then((part) => part.About),
);
// It stands far below, and says nothing before it has looked at what is kept.
const KeepEverything = latePart("What is kept offline", () =>
  import("../offline/KeepEverything.tsx").then((part) => part.KeepEverything),
);

/** The demo that is at work here. */
const AT_WORK = "wgan/ring";

export function HomePage() {
  const shown = notes.find(({ meta }) => meta.demos.includes(AT_WORK))?.meta;
  return (
    <div className="home">
      <div className="home-first">
        <h1>{SENTENCE}</h1>
        {shown && (
          <p className="home-lead">
            This one is from the note on <Link href={pathOf(shown.slug)}>{shown.title}</Link>: a
            generator that begins with noise, and a critic that tells it which way the data lie.
          </p>
        )}
        {shown && <HomeFigure demo={AT_WORK} note={pathOf(shown.slug)} />}
      </div>
      <section aria-labelledby="notes-heading">
        <h2 id="notes-heading">Notes</h2>
        <ServedPart name="notes">
          <NoteList />
        </ServedPart>
      </section>
      <section aria-labelledby="about-heading">
        <h2 id="about-heading">How it works</h2>
        <ServedPart name="about">
          <About />
        </ServedPart>
        <Suspense>
          <KeepEverything />
        </Suspense>
      </section>
    </div>
  );
}
