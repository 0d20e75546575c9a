/** Entry of the page. */
import { startTransition, StrictMode } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import "../ui/tokens.css";
import "./styles/fonts.css";
import "./styles/page.css";
import "./styles/site-shell.css";
import "./styles/page-bar.css";
import "./styles/home.css";
import "./styles/prose.css";
import "./styles/formulas.css";
import "./styles/tables.css";
import "./styles/references.css";
import "./styles/note-places.css";
import "./styles/around-note.css";
import "./styles/remarks.css";
import "./styles/remarks-beside.css";
import "./styles/claim-sentences.css";
import "./styles/section-outline.css";
import "./styles/print.css";
import { nextTask } from "./next-task.ts";
import { watchForMarks } from "./highlights/on-selection.ts";
import { adoptServed } from "./note-texts.ts";
import { keepOffline } from "./offline/keep-offline.ts";
import { settleAddress } from "./pages/settle-address.ts";
import { keepFirstAnchor } from "./reading/keep-anchor.ts";
import { openOnDemand } from "./reading/on-demand.ts";
import { watchWidth } from "./reading/watch-width.ts";
import { watchHistory } from "./reading/use-page-change.ts";
import { Site } from "./routes.tsx";

const root = document.getElementById("root")!;
const site = (
  <StrictMode>
    <Site />
  </StrictMode>
);

const show = (): void => {
  // In a transition, since what is served is there to be read: taking it over may pause for the reader's hand.
  if (root.childElementCount > 0) startTransition(() => void hydrateRoot(root, site));
  else createRoot(root).render(site);
};

const STEPS = [
  settleAddress,
  watchHistory,
  show,
  keepFirstAnchor,
  watchForMarks,
  openOnDemand,
  watchWidth,
  keepOffline,
];

void begin();

async function begin(): Promise<void> {
  // Reading a long page back and starting the site are tasks of their own.
  await nextTask();
  await adoptServed(root).catch(reportError);
  await nextTask();
  for (const step of STEPS) attempt(step);
  // For who has kept a press: see after-paint.js. An entry's exports do not outlive the build.
  dispatchEvent(new Event("lp-begun"));
}

/** What one step cannot do is no reason to leave out the others. */
function attempt(step: () => void): void {
  try {
    step();
  } catch (error) {
    reportError(error);
  }
}
