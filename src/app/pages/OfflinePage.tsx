import { HOME } from "../site-path.ts";
import { AllPages } from "./AllPages.tsx";

/** Shown by the service worker for what it has not kept. */
export function OfflinePage() {
  return (
    <div className="home">
      <h1>This page is not here, and there is no network to look for it.</h1>
      <p>These pages are kept on this device, with their demos:</p>
      <AllPages />
      <p>
        A figure that reads data or trained weights has them if it was used before. With a network,{" "}
        <a href={`${HOME}#offline`}>the first page</a> can keep everything.
      </p>
    </div>
  );
}
