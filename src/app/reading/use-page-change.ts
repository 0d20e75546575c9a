/** What a browser does when it loads a page, for pages changed by script: title, place, focus. */
import { useEffect, useRef } from "react";
import { pageInfo } from "../pages/page-info.ts";
import { keepAnchor } from "./keep-anchor.ts";

export function usePageChange(path: string): void {
  const shown = useRef(path);
  const back = useRef(false);
  useEffect(() => {
    const goesBack = (): void => {
      back.current = true;
    };
    addEventListener("popstate", goesBack);
    return () => removeEventListener("popstate", goesBack);
  }, []);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    document.title = pageInfo(path).title;
    const isBack = back.current;
    back.current = false;
    // Back and forward restore the place themselves.
    if (isBack) return;
    if (!keepAnchor()) scrollTo({ top: 0, behavior: "instant" });
    document.getElementById("main")?.focus({ preventScroll: true });
  }, [path]);
}
