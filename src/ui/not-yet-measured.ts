/** What a figure answers before its first measurement: before a run how to come to one, and then that it is on its way. */
export const notYetMeasured = (
  { phase }: { readonly phase: string },
  invitation: string,
): string => (phase === "idle" ? invitation : "The first measurement is under way.");
