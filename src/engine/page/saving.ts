import type { Saved } from "../../contract/protocol.ts";

/** One wait for the weights of a run at a time. */
export interface Saving {
  /** `ask` sends for them. Whoever waited before gets null. */
  begin(ask: () => void): Promise<Saved | null>;
  /** They are here, or will never come. */
  end(saved: Saved | null): void;
}

export function createSaving(): Saving {
  let resolve: ((saved: Saved | null) => void) | null = null;
  const end = (saved: Saved | null): void => {
    resolve?.(saved);
    resolve = null;
  };
  return {
    begin(ask) {
      end(null);
      return new Promise((done) => {
        resolve = done;
        ask();
      });
    },
    end,
  };
}
