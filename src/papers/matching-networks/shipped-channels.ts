/** Channels of the networks whose trained weights the site ships, by what they were trained on. */
export const CHANNELS = { omniglot: 64, glyphs: 16 } as const;
