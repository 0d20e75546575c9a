/** The part of the page that is fetched once there is something to mark or to show. */
import { createRoot } from "react-dom/client";
import { Fence } from "../../ui/Fence.tsx";
import { watchCopying } from "./copy-formulas.ts";
import { arrive } from "./go-to.ts";
import { Highlights } from "./Highlights.tsx";
import "./painted-marks.css";
import "./mark-toolbar.css";
import "./mark-card.css";
import "./marks-panel.css";
import { locate, marksHere, places, searching, showPage } from "./marked-page.ts";
import { paint } from "./paint.ts";
import { card, panelOpen, selected } from "./opened.ts";
import { marks, open } from "./store.ts";
import { toToolbar, watchSelection } from "./watch-selection.ts";

places.subscribe(() => paint(marksHere(), places.get()));
marks.subscribe(locate);
searching.subscribe(arrive);

const host = document.createElement("div");
document.body.append(host);
createRoot(host).render(
  <Fence what="Your notes">
    <Highlights />
  </Fence>,
);
watchSelection();
watchCopying();
/** Where the marks have not been read by then the rest goes on without them, ms. */
const PATIENCE = 1000;
const opened = Promise.race([open(), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);

export const highlights = {
  /** The body of the note that is on the page now. */
  showNote(body: HTMLElement | null): void {
    selected.set(null);
    card.set(null);
    showPage(body && { body, slug: body.dataset.note! });
    void opened.then(arrive);
  },
  /** Opens “Your notes”, or closes it. */
  async list(): Promise<void> {
    await opened;
    selected.set(null);
    card.set(null);
    panelOpen.set(!panelOpen.get());
  },
  /** Moves to what can be done with the selected passage. */
  async mark(): Promise<void> {
    await opened;
    toToolbar();
  },
};
