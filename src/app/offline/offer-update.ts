/** The bar that says that a new version has arrived. It changes nothing by itself: a run may be under way. */
import { USE_NEW_VERSION } from "./names.ts";

/** ms. */
const ASK_AGAIN = 2000;
/** Of asking: a change of versions takes one to three seconds. */
const LAST_TIME = 3;

let shown = false;

/** Offers the version that waits in the registration; once a page. */
export function offerUpdate(registration: ServiceWorkerRegistration): void {
  if (shown) return;
  shown = true;
  const bar = document.createElement("aside");
  bar.className = "page-bar";
  bar.ariaLabel = "New version";
  const text = document.createElement("p");
  text.textContent =
    "A new version of this site is ready. Using it reloads its open pages, and runs begin again.";
  let times = 0;
  const take = (): void => {
    times += 1;
    // Chromium may leave it waiting for good where a request of this page stays open in the one before it: that ends with the page.
    if (times > LAST_TIME) location.reload();
    else registration.waiting?.postMessage(USE_NEW_VERSION);
  };
  const use = button("Use it", () => {
    use.disabled = true;
    take();
    setInterval(take, ASK_AGAIN);
  });
  const choices = document.createElement("div");
  choices.append(
    use,
    button("Later", () => bar.remove()),
  );
  bar.append(text, choices);
  document.body.append(bar);
  const said = document.getElementById("said");
  if (said) said.textContent = "A new version of this site is ready.";
}

function button(label: string, onClick: () => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = label;
  element.addEventListener("click", onClick);
  return element;
}
