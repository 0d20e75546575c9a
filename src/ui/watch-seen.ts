/** Calls back when an element comes near the window and when it leaves; returns the end of that. Where the browser cannot say, it counts as near. */
export function watchSeen(
  element: Element,
  tell: (near: boolean) => void,
  options?: IntersectionObserverInit,
): () => void {
  if (!("IntersectionObserver" in globalThis)) {
    tell(true);
    return () => undefined;
  }
  // Several crossings may arrive together: the last is how things are.
  const observer = new IntersectionObserver(
    (entries) => tell(entries.at(-1)!.isIntersecting),
    options,
  );
  observer.observe(element);
  return () => observer.disconnect();
}
