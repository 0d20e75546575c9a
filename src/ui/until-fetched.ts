/** What came back may be the network, or a server that was away, ms. */
const PAUSE = 10_000;

/** Asks for something until it comes; `missed` is called each time that it did not. */
export async function untilFetched<T>(load: () => Promise<T>, missed?: () => void): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch {
      missed?.();
      await new Promise<unknown>((resolve) => {
        addEventListener("online", resolve, { once: true });
        setTimeout(resolve, PAUSE);
      });
    }
  }
}
