/** A demo's exact types name its parameters; the figure takes any demo. These forget the names. */
import type { ReactNode } from "react";
import type { Demo } from "../../src/contract/demo.ts";
import type { Views } from "../../src/contract/view.ts";

export const asDemo = (demo: Demo): Demo => demo;
export const asViews = <D extends Demo>(views: Views<D, ReactNode>): Views<Demo, ReactNode> =>
  views;
