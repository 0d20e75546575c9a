/** Lets go of the page for what waits: a hand, a frame. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
