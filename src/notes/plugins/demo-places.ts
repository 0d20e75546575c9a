/**
 * `::demo{id="wgan/ring"}`: the place where a figure mounts. `::demo{id="wgan/ring" hero}` opens a note with its short form;
 * `was="try-it"` keeps old links to a place that is no more: they lead to the figure.
 * `margin` asks for a place beside the text, for an instant figure that is narrow enough.
 */
import type { Root, RootContent } from "mdast";
import type {} from "remark-directive";
import { SKIP, visit } from "unist-util-visit";
import { anchorOf } from "../anchor-of.ts";
import { box } from "../box.ts";
import type { Context, SourceFile } from "../context.ts";

const KNOWN = ["id", "hero", "margin", "was"];

interface Found {
  readonly id: string;
  readonly hero: boolean;
  readonly beside: boolean;
  readonly node: Extract<RootContent, { type: "leafDirective" }>;
}

export function demos(context: Context) {
  return (tree: Root, file: SourceFile): void => {
    const found: Found[] = [];
    visit(tree, "leafDirective", (node, index, parent) => {
      if (node.name !== "demo" || node.data?.hName) return undefined;
      const attributes = node.attributes ?? {};
      const unknown = Object.keys(attributes).find((name) => !KNOWN.includes(name));
      if (unknown)
        file.fail(`a demo has no “${unknown}” (known: ${KNOWN.join(", ")})`, node.position);
      const id = attributes.id ?? "";
      if (!context.sources.demos.includes(id)) {
        const known = context.sources.demos.join(", ") || "none";
        file.fail(`there is no demo “${id}” (known: ${known})`, node.position);
      }
      const hero = attributes.hero !== undefined;
      const beside = attributes.margin !== undefined;
      if (beside && context.sources.demoFacts[id]?.steps !== false)
        file.fail("only a demo without steps can stand in the margin", node.position);
      checkAgain(found, id, hero, (reason) => file.fail(reason, node.position));
      found.push({ id, hero, beside, node });
      const former = (attributes.was ?? "").split(" ").filter(Boolean).map(formerPlace);
      parent!.children.splice(index!, 0, ...former);
      return [SKIP, index! + former.length + 1];
    });
    place(context, found);
  };
}

/** Nothing to see: where links lead that were made before the place was moved. */
const formerPlace = (id: string) => box("div", { className: ["former-place"], id }, []);

function checkAgain(
  before: readonly Found[],
  id: string,
  hero: boolean,
  fail: (reason: string) => never,
): void {
  if (hero && before.some((each) => each.hero))
    fail("a note opens with one hero: this is its second");
  if (before.some((each) => each.id === id && each.hero === hero))
    fail(`the demo “${id}” stands here twice: only a hero may repeat a figure`);
}

/** Numbers the figures in their order; a hero has the number of the whole figure, where there is one. */
function place({ demos: shown, figures, sources }: Context, found: readonly Found[]): void {
  const isWhole = ({ id, hero }: Found): boolean =>
    !hero || !found.some((each) => each.id === id && !each.hero);
  const numbers = new Map(found.filter(isWhole).map(({ id }, i) => [id, i + 1]));
  for (const { id, hero, beside, node } of found) {
    const whole = sources.demoFacts[id]?.steps === false ? "instant" : "full";
    const form = hero ? "hero" : whole;
    const figure = {
      demo: id,
      id: hero ? `hero-${anchorOf(id)}` : anchorOf(id),
      form,
      number: numbers.get(id)!,
    } as const;
    figures.push(figure);
    if (!shown.includes(id)) shown.push(id);
    node.data = {
      hName: "figure",
      hProperties: {
        className: ["demo"],
        dataDemo: id,
        dataForm: form,
        ...(beside && { dataBeside: "" }),
        dataNumber: figure.number,
        id: figure.id,
      },
    };
  }
}
