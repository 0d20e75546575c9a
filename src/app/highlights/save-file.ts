/** Hands the reader a file. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download has to begin first.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
