import { lazy, Suspense, type ReactNode } from "react";
import { codeAt } from "./code/code-path.ts";
import { noteAt } from "./notes.ts";
import { NotePage } from "./pages/NotePage.tsx";
import { ServedPath, usePath } from "./router.tsx";
import { HOME, sitePath } from "./site-path.ts";
import { usePageChange } from "./reading/use-page-change.ts";
import { Shell } from "./shell/Shell.tsx";

// Who reads a note need not fetch the other pages.
const HomePage = lazy(async () => ({ default: (await import("./pages/HomePage.tsx")).HomePage }));
const CodePage = lazy(async () => ({ default: (await import("./pages/CodePage.tsx")).CodePage }));
const NotFoundPage = lazy(async () => ({
  default: (await import("./pages/NotFoundPage.tsx")).NotFoundPage,
}));
// Built without it: what the condition says is known then.
const PartsPage = import.meta.env.DEV
  ? lazy(async () => ({ default: (await import("./parts/PartsPage.tsx")).PartsPage }))
  : null;

/** The site. `path` is given where there is no browser to ask. */
export function Site({ path }: { readonly path?: string }) {
  return (
    <ServedPath value={path}>
      <Shell>
        <Suspense fallback={<p className="note-coming">The page is being fetched …</p>}>
          <Page />
        </Suspense>
      </Shell>
    </ServedPath>
  );
}

/** What surrounds pages that are served as they are, without scripts. */
export function StaticSite({ children }: { readonly children: ReactNode }) {
  return (
    <ServedPath value={HOME}>
      <Shell>{children}</Shell>
    </ServedPath>
  );
}

function Page() {
  const path = usePath();
  usePageChange(path);
  if (path === HOME) return <HomePage />;
  if (PartsPage && path === sitePath("/parts/")) return <PartsPage />;
  const code = codeAt(path);
  if (code)
    return (
      <Suspense>
        <CodePage demo={code} />
      </Suspense>
    );
  const note = noteAt(path);
  return note ? <NotePage key={note.meta.slug} slug={note.meta.slug} /> : <NotFoundPage />;
}
