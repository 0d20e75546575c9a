/** What many want to hear of the page, listened to once: the other half of `useSyncExternalStore`. */

export interface SharedWatch {
  /** Returns what ends it. */
  subscribe(changed: () => void): () => void;
  /** Tells all who subscribe. */
  tell(): void;
}

/** `begin` is called for the first who subscribes and returns what ends the listening, which is called after the last has left. */
export function sharedWatch(begin: (tell: () => void) => () => void): SharedWatch {
  const subscribers = new Set<() => void>();
  const tell = (): void => subscribers.forEach((changed) => changed());
  let end = (): void => undefined;
  return {
    subscribe(changed) {
      if (subscribers.size === 0) end = begin(tell);
      subscribers.add(changed);
      return () => {
        subscribers.delete(changed);
        if (subscribers.size === 0) end();
      };
    },
    tell,
  };
}

/** Listening to events of the window. */
export function onWindow<K extends keyof WindowEventMap>(
  type: K,
  listener: (event: WindowEventMap[K]) => void,
): () => void {
  addEventListener(type, listener);
  return () => removeEventListener(type, listener);
}
