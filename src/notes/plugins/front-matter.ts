/** Reads and checks the note's front matter. */
import type { Root } from "mdast";
import { parse } from "yaml";
import { changesOf } from "../changes.ts";
import type { Context, FrontMatter, SourceFile } from "../context.ts";

const FIELDS = ["title", "summary", "changes", "order", "paper", "card"];
const isText = (value: unknown): value is string =>
  typeof value === "string" && value.trim() !== "";

/** The first thing that is wrong with front matter, as a sentence; null when it is complete. */
function problemOf(data: unknown): string | null {
  if (typeof data !== "object" || data === null)
    return "front matter is not a list of `name: value` lines";
  const fields = data as Record<string, unknown>;
  if ("updated" in fields) {
    return `front matter no longer has \`updated\`: write \`changes:\` and below it \`- ${String(fields.updated)}: First version.\`, newest first`;
  }
  const unknown = Object.keys(fields).find((name) => !FIELDS.includes(name));
  if (unknown) return `front matter has no field “${unknown}” (known: ${FIELDS.join(", ")})`;
  if (!isText(fields.title)) return "front matter needs a `title`";
  if (!isText(fields.summary)) return "front matter needs a `summary` of one sentence";
  if (typeof fields.order !== "number") return "front matter needs `order`, a number";
  if (fields.paper !== undefined && !isText(fields.paper))
    return "`paper` is a folder name under src/papers";
  if (fields.card !== undefined && !isText(fields.card))
    return "`card` is the id of an equation of the note";
  return null;
}

export function frontMatter(context: Context) {
  return (tree: Root, file: SourceFile): void => {
    const [first] = tree.children;
    if (first?.type !== "yaml")
      file.fail("the note does not begin with front matter between `---` lines", first?.position);
    let data: unknown;
    try {
      data = parse(first.value);
    } catch (error) {
      file.fail(
        `front matter is not YAML: ${(error as Error).message.split("\n")[0]}`,
        first.position,
      );
    }
    const problem = problemOf(data);
    if (problem) file.fail(problem, first.position);
    const found = data as Omit<FrontMatter, "changes"> & { readonly changes: unknown };
    if (found.paper !== undefined && !Object.hasOwn(context.sources.papers, found.paper)) {
      file.fail(`there is no paper “${found.paper}” in src/papers`, first.position);
    }
    const changes = changesOf(found.changes);
    if (typeof changes === "string") file.fail(changes, first.position);
    context.frontMatter = { ...found, changes };
  };
}
