/** Puts the search on the page, apart from the rest of the site: it is loaded when it is first asked for. */
import { createRoot, type Root } from "react-dom/client";
import { Fence } from "../../ui/Fence.tsx";
import { SearchDialog } from "./SearchDialog.tsx";

let root: Root | undefined;
let openings = 0;

export function showSearch(): void {
  root ??= createRoot(document.body.appendChild(document.createElement("div")));
  const close = (): void => root?.render(null);
  openings += 1;
  root.render(
    // One that broke is no reason for the next to be broken.
    <Fence key={openings} what="The search">
      <SearchDialog onClosed={close} />
    </Fence>,
  );
}
