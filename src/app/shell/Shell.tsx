import type { ReactNode } from "react";
import { Link } from "../router.tsx";
import { noteAt, pathOf } from "../notes.ts";
import { HOME, sitePath } from "../site-path.ts";
import { NotesButton } from "./NotesButton.tsx";
import { SearchButton } from "./SearchButton.tsx";
import { SiteMark } from "./SiteMark.tsx";
import { ThemeSwitch } from "./ThemeSwitch.tsx";

const COLOPHON = pathOf("colophon");

/** What surrounds every page. */
export function Shell({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to the text
      </a>
      <header className="site-header">
        <Link href={HOME} className="site-name">
          <SiteMark />
          <span>Live Paper Notes</span>
        </Link>
        <div className="site-tools">
          <SearchButton />
          <NotesButton />
          <ThemeSwitch />
        </div>
      </header>
      <output id="said" className="sr-only" />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="site-footer">
        <p>
          Text and code: MIT licence. Nothing you do here leaves your browser: no accounts, no
          cookies, no measuring.
        </p>
        <p>
          {noteAt(COLOPHON) && <Link href={COLOPHON}>How this site is made</Link>}
          {" · "}
          <a href={`${HOME}#offline`}>Reading offline</a>
          {" · "}
          <a href={sitePath("/feed.xml")}>Feed of changes</a>
        </p>
      </footer>
    </>
  );
}
