/** What `scripts/versions/code-versions-plugin.ts` makes. */
declare module "virtual:code-versions" {
  /** Demo id to ten hexadecimal digits that name the code its numbers come from. */
  export const codeVersions: Readonly<Record<string, string>>;
}
