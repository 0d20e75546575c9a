/** All parts, each with an example that can be used. */
import type { ReactNode } from "react";

export interface Example {
  readonly name: string;
  readonly node: ReactNode;
}

const found = import.meta.glob<{ example: Example }>("./examples/*.tsx", { eager: true });

export const examples: readonly Example[] = Object.values(found)
  .map(({ example }) => example)
  .sort((a, b) => a.name.localeCompare(b.name));
