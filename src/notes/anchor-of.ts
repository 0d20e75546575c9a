/** The anchor of a demo in its note: the last part of its id. */
export const anchorOf = (demo: string): string => demo.slice(demo.lastIndexOf("/") + 1);
