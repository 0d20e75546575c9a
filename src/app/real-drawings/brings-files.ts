/** Whether it is files that are dragged, and not text or a link. */
export const bringsFiles = ({ dataTransfer }: DragEvent): boolean | undefined =>
  dataTransfer?.types.includes("Files");
