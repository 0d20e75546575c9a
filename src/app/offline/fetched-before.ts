/** What was fetched before there was a service worker, told to the worker of the first visit. */
import { FETCHED_CHANNEL, type FetchedBefore } from "./names.ts";

const fetchedBefore = (): FetchedBefore => ({
  fetched: performance.getEntriesByType("resource").map(({ name }) => name),
});

/** In a page. */
export const tellServiceWorker = (container: ServiceWorkerContainer): void =>
  container.controller?.postMessage(fetchedBefore());

/** In a worker of a page, which has no way of its own to the service worker. */
export function answerServiceWorker(): void {
  try {
    const channel = new BroadcastChannel(FETCHED_CHANNEL);
    channel.addEventListener("message", () => channel.postMessage(fetchedBefore()));
  } catch {
    // Firefox has none to give where all storage is blocked; then nothing is kept anyway.
  }
}
