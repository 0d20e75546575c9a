/** An Atom feed (RFC 4287) of what has changed in the notes. */
import type { NoteMeta } from "../../src/notes/note.ts";
import { sitePath } from "../../src/app/site-path.ts";
import { escaped } from "./escaped.ts";

export const FEED = "/feed.xml";

/** One entry for each day's changes of a note, newest first. Without an address, links are relative. */
export function feed(notes: readonly NoteMeta[], address: string | null): string {
  const host = address ? new URL(address).hostname : "localhost";
  const changes = notes
    .flatMap((note) => note.changes.map((change) => ({ note, ...change })))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  const first = changes.at(-1)!.date;
  const link = (path: string): string => escaped((address ?? "") + sitePath(path));
  // RFC 4151: the host and a day on which it was ours. Never to change for an entry that was published.
  const id = (name: string, day: string): string => escaped(`tag:${host},${day}:${sitePath(name)}`);
  const entries = changes.map(
    ({ note: { slug, title, summary }, date, text }) => `
  <entry>
    <title>${escaped(`${title}: ${text}`)}</title>
    <id>${id(`/${slug}/`, date)}</id>
    <link href="${link(`/${slug}/`)}"/>
    <updated>${moment(date)}</updated>
    <summary>${escaped(summary)}</summary>
  </entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <title>Live Paper Notes</title>
  <subtitle>New notes on machine-learning papers, and changes to them</subtitle>
  <id>${id("/", first)}</id>
  <link href="${link("/")}"/>
  <link rel="self" type="application/atom+xml" href="${link(FEED)}"/>
  <icon>${link("/icon.svg")}</icon>
  <author><name>Live Paper Notes</name></author>
  <updated>${moment(changes[0]!.date)}</updated>${entries.join("")}
</feed>
`;
}

const moment = (date: string): string => `${date}T00:00:00Z`;
