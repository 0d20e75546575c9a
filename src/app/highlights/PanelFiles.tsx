import { useRef, useState } from "react";
import { addressOf, type Section } from "./listing.ts";
import { LARGEST_FILE, merge, readFile, type FileContents } from "./read-file.ts";
import { Unreadable } from "./annotation-item.ts";
import { saveFile } from "./save-file.ts";
import { changeAndSay, notice } from "./opened.ts";
import { marks } from "./store.ts";
import { toMarkdown } from "./to-markdown.ts";
import { toCollection } from "./web-annotation.ts";
import { Press } from "./Press.tsx";

/** As many problems of a file are named. */
const NAMED = 20;

const counted = (count: number): string => (count === 1 ? "1 highlight" : `${count} highlights`);

const fileName = (): string => `live-paper-notes-${new Date().toISOString().slice(0, 10)}`;

/** Export of what is listed, import, and deleting it all. */
export function PanelFiles({ sections }: { readonly sections: readonly Section[] }) {
  const [told, setTold] = useState(NOTHING_TOLD);
  const listed = sections.flatMap(({ marks: found, lost }) => [...found, ...lost]);
  const take = async (file: File): Promise<void> => {
    notice.set(null);
    setTold(await importFrom(file));
  };
  return (
    <footer className="mark-files">
      {listed.length > 0 && (
        <p className="mark-buttons">
          <span className="mark-soft">Export {counted(listed.length)}:</span>
          <Press
            onPress={() =>
              saveFile(
                `${fileName()}.json`,
                "application/ld+json",
                `${JSON.stringify(toCollection(listed, addressOf), null, 2)}\n`,
              )
            }
          >
            JSON
          </Press>
          <Press
            onPress={() => saveFile(`${fileName()}.md`, "text/markdown", toMarkdown(sections))}
          >
            Markdown
          </Press>
        </p>
      )}
      <div className="mark-buttons">
        <Import take={take} />
        {listed.length > 0 && <DeleteAll ids={listed.map(({ id }) => id)} />}
      </div>
      <Problems title="Not imported:" problems={told.problems} />
      <Problems title="Imported in part:" problems={told.partly} />
      <p className="mark-soft mark-small">
        Kept in this browser only. Browsers clear what sites keep when asked to, and some do after
        weeks without a visit: export what matters. JSON is a W3C annotation collection; such files,
        and exports of Hypothesis, can be imported up to {LARGEST_FILE / 1e6} MB.
      </p>
    </footer>
  );
}

const NOTHING_TOLD: Pick<FileContents, "problems" | "partly"> = { problems: [], partly: [] };
const refused = (problem: string): typeof NOTHING_TOLD => ({ problems: [problem], partly: [] });

/** Merges a file into the marks and says what came of it; returns what could not be read. */
async function importFrom(file: File): Promise<typeof NOTHING_TOLD> {
  const name = `“${file.name}”`;
  if (file.size > LARGEST_FILE) {
    return refused(
      `${name} has ${(file.size / 1e6).toFixed(1)} MB; ${LARGEST_FILE / 1e6} MB are the most.`,
    );
  }
  try {
    const { marks: read, ...toTell } = readFile(await file.text());
    const { changes, added, updated, unchanged } = merge(marks.get(), read);
    const counts = [
      [added, "added"],
      [updated, "updated"],
      [unchanged, "here already"],
    ] as const;
    const told = counts.filter(([count]) => count > 0).map((each) => each.join(" "));
    const sentence = `From ${name}: ${told.join(", ") || "nothing"}.`;
    if (changes.size > 0) changeAndSay(changes, sentence);
    else notice.set({ sentence });
    return toTell;
  } catch (error) {
    if (error instanceof Unreadable) return refused(error.message);
    return refused(`${name} could not be read: ${(error as Error).message}`);
  }
}

function Import({ take }: { readonly take: (file: File) => Promise<void> }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Press onPress={() => input.current!.click()}>Import JSON …</Press>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,.jsonld,application/json,application/ld+json"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) void take(file);
          // The same file may be chosen again.
          target.value = "";
        }}
      />
    </>
  );
}

function DeleteAll({ ids }: { readonly ids: readonly string[] }) {
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <Press kind="quiet" onPress={() => setAsking(true)}>
        Delete all …
      </Press>
    );
  return (
    <span className="mark-buttons">
      <Press
        kind="primary"
        onPress={() => {
          setAsking(false);
          changeAndSay(new Map(ids.map((id) => [id, null])), `${counted(ids.length)} deleted.`);
        }}
      >
        Delete {counted(ids.length)}
      </Press>
      <Press onPress={() => setAsking(false)}>Keep</Press>
    </span>
  );
}

interface ProblemsProps {
  readonly title: string;
  readonly problems: readonly string[];
}

function Problems({ title, problems }: ProblemsProps) {
  const more = problems.length - NAMED;
  if (problems.length === 0) return null;
  return (
    <div role="alert" className="mark-trouble">
      <p>{title}</p>
      <ul>
        {problems.slice(0, NAMED).map((problem) => (
          <li key={problem} dir="auto">
            {problem}
          </li>
        ))}
        {more > 0 && <li>and {more} more.</li>}
      </ul>
    </div>
  );
}
