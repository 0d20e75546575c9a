/**
 * The value of a text of JSON that can be read in one way only. `JSON.parse` takes the last of two equal keys of an object, other
 * readers the first or none.
 *
 * Throws SyntaxError where the text is no JSON, begins with a byte-order mark, or has an object with two equal keys.
 */
export function strictJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  // In a text that was parsed, a string before a colon is a key, and nothing else is.
  const written = [...text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)].filter(([, colon]) => colon);
  if (written.length !== keysOf(value))
    throw new SyntaxError("Two keys of an object are the same.");
  return value;
}

/** Without recursion: a file may be nested deeper than the stack. */
function keysOf(value: unknown): number {
  let count = 0;
  const waiting = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== "object" || next === null) continue;
    const values: unknown[] = Object.values(next);
    if (!Array.isArray(next)) count += values.length;
    for (const each of values) waiting.push(each);
  }
  return count;
}
