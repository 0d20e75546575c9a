/** The address as the page sees it. Pages are found by their exact paths, so this is all the routing there is. */
import {
  createContext,
  use,
  useSyncExternalStore,
  type AnchorHTMLAttributes,
  type MouseEvent,
} from "react";
import { pagePath } from "../contract/page-path.ts";
import { onWindow, sharedWatch } from "../ui/shared-watch.ts";

/** The path while a page is rendered where there is no address bar. */
export const ServedPath = createContext<string | undefined>(undefined);

/** The path of the page that was served. Parts of it may be taken over when the address is another already. */
export const SERVED = import.meta.env.SSR ? "" : pagePath(location.pathname);

const moves = sharedWatch((tell) => onWindow("popstate", tell));

/** The path of the page that is shown. */
export function usePath(): string {
  const served = use(ServedPath);
  const here = (): string => pagePath(location.pathname);
  return useSyncExternalStore(moves.subscribe, here, () => served ?? SERVED);
}

/** Shows another page of the site without loading it anew. */
export function navigate(address: string): void {
  history.pushState(null, "", address);
  moves.tell();
}

/** Whether a press means this window: no other button, no key that opens another. */
export const isPlainPress = (event: MouseEvent | globalThis.MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly href: string;
}

/** A link to a page of the site. */
export function Link({ href, children, ...rest }: LinkProps) {
  const follow = (event: MouseEvent): void => {
    if (!isPlainPress(event)) return;
    event.preventDefault();
    navigate(href);
  };
  return (
    <a href={href} onClick={follow} {...rest}>
      {children}
    </a>
  );
}
