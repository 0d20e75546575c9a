import { createElement, use, type ComponentType, type ReactNode } from "react";
import { Fence } from "./Fence.tsx";

/**
 * A component whose code is fetched when it is first drawn, suspending until then. Where that fails, `what` could not be shown, as
 * the page says in its place, or `instead` stands there; the next time it is asked for again. `load` takes a module whole, by `then`:
 * from what is awaited the build picks parts, which costs each page more than it spares.
 */
export function latePart<P extends object>(
  what: string,
  load: () => Promise<ComponentType<P>>,
  instead?: (props: P) => ReactNode,
): ComponentType<P> {
  // Not `React.lazy`, which keeps a failure for as long as the page lives.
  let coming: Promise<ComponentType<P>> | undefined;
  const forget = (): void => {
    coming = undefined;
  };
  function Part(props: P) {
    return createElement(use((coming ??= load())), props);
  }
  return function LatePart(props: P) {
    return (
      <Fence what={what} forget={forget} instead={instead?.(props)}>
        <Part {...props} />
      </Fence>
    );
  };
}
