/** Data colours by meaning; the style sheet gives each its colour in light and dark. */
export type Tone = "real" | "made" | "third" | "fourth";

/** Colours of lines in the order in which a chart takes them; real and generated data keep theirs to themselves. */
export const LINE_TONES: readonly Tone[] = ["third", "fourth", "made", "real"];
