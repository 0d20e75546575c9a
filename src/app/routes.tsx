import type { ReactNode } from "react";
import { Router, useLocation } from "wouter";
import { noteAt } from "./notes.ts";
import { HomePage } from "./pages/HomePage.tsx";
import { NotePage } from "./pages/NotePage.tsx";
import { NotFoundPage } from "./pages/NotFoundPage.tsx";
import { usePageChange } from "./reading/use-page-change.ts";
import { Shell } from "./shell/Shell.tsx";

/** The site. `path` is given where there is no browser to ask. */
export function Site({ path }: { readonly path?: string }) {
  return (
    <Router ssrPath={path}>
      <Shell>
        <Page />
      </Shell>
    </Router>
  );
}

/** What surrounds pages that are served as they are, without scripts. */
export function StaticSite({ children }: { readonly children: ReactNode }) {
  return (
    <Router ssrPath="/">
      <Shell>{children}</Shell>
    </Router>
  );
}

function Page() {
  const [path] = useLocation();
  usePageChange(path);
  if (path === "/") return <HomePage />;
  const note = noteAt(path);
  return note ? <NotePage key={note.meta.slug} note={note} /> : <NotFoundPage />;
}
