/** The text of a Markdown or HTML tree. */
interface Branch {
  readonly value?: unknown;
  readonly children?: readonly unknown[];
}

export function toText(node: unknown): string {
  const { value, children } = node as Branch;
  return typeof value === "string" ? value : (children ?? []).map(toText).join("");
}
