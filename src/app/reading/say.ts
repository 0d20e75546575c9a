/** To screen readers, when they have finished what they are saying; the shell has the place. */
export function say(text: string): void {
  const place = document.getElementById("said");
  if (place) place.textContent = text;
}
