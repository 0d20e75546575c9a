/** Which notes have marks: a word each in local storage, so that the code of marks is fetched for these alone. */
const KEY = "live-paper-notes:marked";

export function isMarked(slug: string): boolean {
  try {
    return ` ${localStorage.getItem(KEY)} `.includes(` ${slug} `);
  } catch {
    return false;
  }
}

export function flagMarked(slugs: Iterable<string>): void {
  try {
    localStorage.setItem(KEY, [...new Set(slugs)].join(" "));
  } catch {
    // Blocked or full: marks then show once something is selected or “Your notes” is opened.
  }
}
