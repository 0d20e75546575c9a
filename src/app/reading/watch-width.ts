/** Fetches what keeps the reader's place over a change of width once there is a place to keep: at the first scroll. */
export function watchWidth(): void {
  const fetch = (): void =>
    void import("./keep-over-resize.ts").then(
      ({ keepOverResize }) => keepOverResize(),
      () => undefined,
    );
  addEventListener("scroll", fetch, { once: true, passive: true });
}
