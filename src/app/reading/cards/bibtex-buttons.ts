/** Copies BibTeX entries, or hands them over as a file. They are fetched when they are first asked for. */
import { say } from "../say.ts";

type Entries = readonly (readonly [key: string, entry: string])[];

const bibliographies = import.meta.glob<{ bibtex: Entries }>("../../../../notes/*.md", {
  query: "?bibtex",
});
/** How long a button says what it did, ms. */
const SAID_FOR = 2500;

/** `data-bib` is a key, empty for all entries of the note; `data-bib-to` is `clipboard` or `file`. */
export async function bibtexPressed(button: HTMLElement): Promise<void> {
  const { bib: key, bibTo: to } = button.dataset;
  const slug = button.closest<HTMLElement>("[data-note]")!.dataset.note!;
  try {
    const { bibtex } = await bibliographies[`../../../../notes/${slug}.md`]!();
    const wanted = bibtex.filter(([each]) => !key || each === key);
    const text = wanted.map(([, entry]) => `${entry}\n`).join("\n");
    if (to === "file") {
      save(`${key || slug}.bib`, text);
      const count = wanted.length === 1 ? "1 entry" : `${wanted.length} entries`;
      tell(button, "Saved", `${count} saved as ${key || slug}.bib`);
    } else {
      await navigator.clipboard.writeText(text);
      tell(button, "Copied", "BibTeX copied");
    }
  } catch {
    tell(
      button,
      "Not possible",
      to === "file"
        ? "The entries could not be fetched."
        : "This browser does not let the page copy; the download works without.",
    );
  }
}

/** Not that of the highlights: shared it would be a file of its own, and every page would carry its name. */
function save(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/x-bibtex" }));
  link.download = name;
  link.click();
  // The browser has taken it by the next turn, Safari a little later.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** On the button for the eye, in the live region for the ear. */
function tell(button: HTMLElement, word: string, sentence: string): void {
  button.dataset.told = word;
  say(sentence);
  setTimeout(() => {
    delete button.dataset.told;
    say("");
  }, SAID_FOR);
}
