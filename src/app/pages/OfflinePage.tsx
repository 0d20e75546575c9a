import { AllPages } from "./AllPages.tsx";

/** Shown by the service worker for what it has not kept. */
export function OfflinePage() {
  return (
    <div className="home">
      <h1>This page is not here, and there is no network to look for it.</h1>
      <p>These pages are kept on this device, with their demos:</p>
      <AllPages />
    </div>
  );
}
