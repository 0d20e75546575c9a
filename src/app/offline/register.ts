import { trustedScript } from "../trusted.ts";
import { tellServiceWorker } from "./fetched-before.ts";
import { SERVICE_WORKER } from "./names.ts";

/** Has the service worker keep the site, and new versions of it offered. */
export async function register(container: ServiceWorkerContainer): Promise<void> {
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
      registration.installing?.addEventListener(
        "statechange",
        () => void offer().catch(() => undefined),
      ),
    );
    await offer();
  } catch {
    // Storage is blocked or full: the site works as it would without.
  }
}
