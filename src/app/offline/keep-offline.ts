/** Makes the site readable offline after the first visit, and offers new versions. Only the built site: see `service-worker.ts`. */

/** Once the page has loaded and rests: what keeps the site for later must not slow it down now. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const begin = (): void =>
    void import("./register.ts").then(
      ({ register }) => register(navigator.serviceWorker),
      // Without a connection the site works as it would without.
      () => undefined,
    );
  const whenIdle = (): unknown =>
    "requestIdleCallback" in window ? requestIdleCallback(begin) : setTimeout(begin, 2000);
  if (document.readyState === "complete") whenIdle();
  else addEventListener("load", whenIdle);
}
