export interface Reason {
  readonly sentence: string;
  readonly code: number;
}
export function reasonOf(error: unknown): Reason | null;
export function endWith(error: unknown): void;
