import { Suspense, type ComponentType, type ReactNode } from "react";
import { pagePath } from "../contract/page-path.ts";
import { Fence } from "../ui/Fence.tsx";
import { latePart } from "../ui/late-part.tsx";
import { untilFetched } from "../ui/until-fetched.ts";
import { codeAt } from "./code/code-path.ts";
import { loadOrReload } from "./load-or-reload.ts";
import { noteAt } from "./notes.ts";
import { NotePage } from "./pages/NotePage.tsx";
import { SERVED, ServedPath, usePath } from "./router.tsx";
import { HOME, sitePath } from "./site-path.ts";
import { say } from "./reading/say.ts";
import { usePageChange } from "./reading/use-page-change.ts";
import { Shell } from "./shell/Shell.tsx";

/**
 * The code of a page, which who reads another need not fetch. The page that was served reads without it, so it is waited for; for
 * another the address is loaded where this build's files are gone.
 */
function latePage<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  return latePart("This page", () =>
    import.meta.env.SSR
      ? load()
      : pagePath(location.pathname) === SERVED
        ? untilFetched(load, () => say("Parts of this page could not be fetched yet."))
        : loadOrReload(load),
  );
}

const HomePage = latePage(() => import("./pages/HomePage.tsx").then((part) => part.HomePage));
const CodePage = latePage(() => import("./pages/CodePage.tsx").then((part) => part.CodePage));
const NotFoundPage = latePage(() =>
  import("./pages/NotFoundPage.tsx").then((part) => part.NotFoundPage),
);
// Built without it: what the condition says is known then.
const PartsPage = import.meta.env.DEV
  ? latePage(() => import("./parts/PartsPage.tsx").then((part) => part.PartsPage))
  : null;

/** The site. `path` is given where there is no browser to ask. */
export function Site({ path }: { readonly path?: string }) {
  return (
    <Fence what="This page">
      <ServedPath value={path}>
        <Shell>
          <Fence what="This page">
            <Suspense fallback={<p className="note-coming">The page is being fetched …</p>}>
              <Page />
            </Suspense>
          </Fence>
        </Shell>
      </ServedPath>
    </Fence>
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
  if (code) return <CodePage key={code} demo={code} />;
  const note = noteAt(path);
  return note ? <NotePage key={note.meta.slug} slug={note.meta.slug} /> : <NotFoundPage />;
}
