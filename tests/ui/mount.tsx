/** Puts React elements into the test page and takes them away again after each test. */
import type { ReactNode } from "react";
import { flushSync } from "react-dom";
import { createRoot, type Root } from "react-dom/client";
import { afterEach } from "vitest";
import "../../src/ui/tokens.css";

let roots: Root[] = [];

export function mount(node: ReactNode): { place: HTMLElement; show(next: ReactNode): void } {
  const place = document.createElement("div");
  document.body.append(place);
  const root = createRoot(place);
  roots.push(root);
  const show = (next: ReactNode): void => flushSync(() => root.render(next));
  show(node);
  return { place, show };
}

afterEach(() => {
  for (const root of roots) root.unmount();
  roots = [];
  document.body.replaceChildren();
});
