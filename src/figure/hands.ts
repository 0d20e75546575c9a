/** A hand comes to a control of a figure, and lets go wherever it is then. */
export const TAKES: readonly string[] = ["pointerdown", "keydown"];
export const LEAVES: readonly string[] = ["pointerup", "pointercancel", "keyup"];
