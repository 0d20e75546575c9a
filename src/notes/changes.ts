/** What has changed in a note, as its front matter lists it: `- 2026-11-23: First version.` */
import type { Change } from "./note.ts";

/** Whether a text is a day that the calendar has, as 2026-11-23. */
function isDay(text: string): boolean {
  const time = Date.parse(text);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().startsWith(text)
  );
}

/** The changes, or a sentence that says what is wrong with them. */
export function changesOf(data: unknown): readonly Change[] | string {
  if (!Array.isArray(data) || data.length === 0)
    return "front matter needs `changes`, a list like `- 2026-11-23: First version.`, newest first";
  const changes: Change[] = [];
  for (const item of data as readonly unknown[]) {
    const [entry, ...more] = typeof item === "object" && item !== null ? Object.entries(item) : [];
    if (!entry || more.length > 0)
      return `an entry of \`changes\` is a date and a text, like \`- 2026-11-23: First version.\`; this is not: ${JSON.stringify(item)}`;
    const [date, text] = entry as [string, unknown];
    if (!isDay(date))
      return `\`changes\` names the day “${date}”, which is no date like 2026-11-23`;
    if (typeof text !== "string" || text.trim() === "")
      return `\`changes\` does not say what changed on ${date}`;
    const later = changes.at(-1);
    if (later && later.date < date)
      return `\`changes\` begins with the newest, but ${later.date} stands above ${date}`;
    if (later?.date === date)
      return `\`changes\` has two entries for ${date}: one says all that changed that day`;
    changes.push({ date, text });
  }
  return changes;
}
