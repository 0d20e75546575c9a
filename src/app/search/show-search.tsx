/** Puts the search on the page, apart from the rest of the site: it is loaded when it is first asked for. */
import { createRoot, type Root } from "react-dom/client";
import { SearchDialog } from "./SearchDialog.tsx";

let root: Root | undefined;

export function showSearch(): void {
  root ??= createRoot(document.body.appendChild(document.createElement("div")));
  const close = (): void => root?.render(null);
  root.render(<SearchDialog onClosed={close} />);
}
