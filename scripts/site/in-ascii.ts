/**
 * A page with each sign beyond ASCII as a reference. One such sign and a browser holds what it has read at two bytes a
 * letter, which a long page takes longer to be read in. Scripts, which know no references, are left as they are.
 */
export const inAscii = (html: string): string =>
  html.replace(/<script[\s\S]*?<\/script>|[^\0-\x7F]/gu, (found) =>
    found.startsWith("<") ? found : `&#${found.codePointAt(0)};`,
  );
