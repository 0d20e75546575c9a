/** Fetches what keeps the reader's place over a change of width once there is one: when the page has been scrolled. */
export function watchWidth(): void {
  const fetch = (): void => {
    import("./keep-over-resize.ts").then(
      ({ keepOverResize }) => keepOverResize(),
      () => undefined,
    );
  };
  if (scrollY > 0) fetch();
  else addEventListener("scroll", fetch, { once: true, passive: true });
}
