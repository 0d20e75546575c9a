/** Soft hyphens, joiners, marks of direction: nobody sees them, and two texts seldom agree on them. */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/;
const ALL = new RegExp(INVISIBLE, "g");

export const isInvisible = (sign: string): boolean => INVISIBLE.test(sign);

export const withoutInvisible = (text: string): string => text.replace(ALL, "");
