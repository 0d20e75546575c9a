import { use } from "react";
import { Fence } from "../../ui/Fence.tsx";
import { Link } from "../router.tsx";
import { CodePanel } from "../code/CodePanel.tsx";
import { codeOf, forgetCode } from "../code/shown-code.ts";
import { pathOf } from "../notes.ts";

/** The code of a demo on a page of its own, which reads without scripts. */
export function CodePage({ demo }: { readonly demo: string }) {
  return (
    <Fence what="This page" forget={() => forgetCode(demo)}>
      <Code demo={demo} />
    </Fence>
  );
}

function Code({ demo }: { readonly demo: string }) {
  const { note, files } = use(codeOf(demo));
  const [, place] = demo.split("/");
  return (
    <article className="code-page">
      <h1>The code of a demo</h1>
      <p>
        What <Link href={`${pathOf(note.slug)}#${place}`}>the figure “{place}”</Link> of the note{" "}
        <Link href={pathOf(note.slug)}>{note.title}</Link> runs, as it is:{" "}
        <span>{files.length === 1 ? "one file" : `${files.length} files`}</span> found by following
        the imports of <code>{files[0]!.name}</code>. Below them lies the arithmetic that all demos
        share. Comments that name an equation lead to it.
      </p>
      <CodePanel demo={demo} />
    </article>
  );
}
