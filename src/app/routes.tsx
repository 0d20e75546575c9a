import { lazy, Suspense } from "react";
import { Router, useLocation } from "wouter";
import { codeAt } from "./code/code-path.ts";
import { noteAt } from "./notes.ts";
import { HomePage } from "./pages/HomePage.tsx";
import { NotePage } from "./pages/NotePage.tsx";
import { NotFoundPage } from "./pages/NotFoundPage.tsx";
import { usePageChange } from "./reading/use-page-change.ts";
import { Shell } from "./shell/Shell.tsx";

const CodePage = lazy(async () => ({ default: (await import("./pages/CodePage.tsx")).CodePage }));

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

function Page() {
  const [path] = useLocation();
  usePageChange(path);
  if (path === "/") return <HomePage />;
  const code = codeAt(path);
  if (code)
    return (
      <Suspense>
        <CodePage demo={code} />
      </Suspense>
    );
  const note = noteAt(path);
  return note ? <NotePage key={note.meta.slug} note={note} /> : <NotFoundPage />;
}
