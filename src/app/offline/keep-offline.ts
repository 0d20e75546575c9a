/** Makes the site readable offline after the first visit, and offers new versions. Only the built site: see `service-worker.ts`. */
import { trustedScript } from "../trusted.ts";
import { tellServiceWorker } from "./fetched-before.ts";
import { SERVICE_WORKER } from "./names.ts";

/** Once the page has loaded and rests: what keeps the site for later must not slow it down now. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const begin = (): void => void register(navigator.serviceWorker);
  const whenIdle = (): unknown =>
    "requestIdleCallback" in window ? requestIdleCallback(begin) : setTimeout(begin, 2000);
  if (document.readyState === "complete") whenIdle();
  else addEventListener("load", whenIdle);
}

async function register(container: ServiceWorkerContainer): Promise<void> {
  let controlled = container.controller !== null;
  // Another version took over because a reader asked for it, here or in another tab: all tabs follow.
  container.addEventListener("controllerchange", () => {
    if (controlled) location.reload();
    else tellServiceWorker(container);
    controlled = true;
  });
  try {
    const registration = await container.register(trustedScript(SERVICE_WORKER));
    const offer = async (): Promise<void> => {
      if (!registration.waiting || !controlled) return;
      (await import("./offer-update.ts")).offerUpdate(registration);
    };
    registration.addEventListener("updatefound", () =>
      registration.installing?.addEventListener("statechange", () => void offer()),
    );
    await offer();
  } catch {
    // Storage is blocked or full: the site works as it would without.
  }
}
