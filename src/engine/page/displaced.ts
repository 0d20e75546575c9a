/** Said of a run that another one took the place of. */
export const DISPLACED = "Paused: another figure is training.";
