import { pagePath, unescapedLink } from "../../contract/page-path.ts";
import { pageInfo } from "./page-info.ts";

/** Gives the address the one form of its page, so that all that compares or extends it finds that. What is no page stays as it is. */
export function settleAddress(): void {
  const { pathname, search, hash, href } = new URL(unescapedLink(location.href));
  const path = pagePath(pathname);
  if ((path !== pathname || href !== location.href) && pageInfo(path).found)
    history.replaceState(history.state, "", path + search + hash);
}
