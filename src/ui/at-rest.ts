/** Whether words may speak of the picture as it stands: of a run that goes on it is another one before they are read. */
export const isAtRest = ({
  playing,
  lookedAt = false,
}: {
  readonly playing: boolean;
  readonly lookedAt?: boolean;
}): boolean => lookedAt || !playing;
