/** Which characters of Omniglot no network of this site was trained on: 423 of 1,623, left out by lot. */

/** A bit a character, the highest first. A test compares it with the lot of the recipes. */
const UNTRAINED =
  "IAAgRoIAEKGqIABDEgGQiJAAMGCxFDEQGYACM1YC1BACHqIEgVAEhK0QMhJ6AQRIBAopKpsrAIAHhMgCctQyAAwMAIQkBBaIE+BwQAjAy4R1CQBKBhSCAMxEkAQBEJAoRNAAgSRgAwEEAgXJIADEayfADQIABIAIE1CwAUCgEkBJcJQJEFECCQIoBgRAI7DACCUCkSugAkDkFgIhAAoR7CIABnhuaELAjJAZACAAg0GVACABgJBoloMxnBIhADGIIBWiJyuBUBCUiAQ=";

const bytes = Uint8Array.from(atob(UNTRAINED), (letter) => letter.charCodeAt(0));

export const isUntrained = (character: number): boolean =>
  ((bytes[character >> 3]! >> (7 - (character & 7))) & 1) === 1;
