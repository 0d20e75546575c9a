/** The place that the hash of an address names. Whatever a hash says, it breaks nothing. */
export function placeNamed(hash: string): HTMLElement | null {
  const name = hash.slice(1);
  return name === "" ? null : (document.getElementById(name) ?? decoded(name));
}

function decoded(name: string): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(name));
  } catch {
    // `#50%` names nothing.
    return null;
  }
}
