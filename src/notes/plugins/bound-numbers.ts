/**
 * `:set[c = 0.1]{ring.c=0.1}`: words that set a figure when they are pressed, `:set[the starved critic]{ring=starved}` to one of
 * its presets. Without our script they are words.
 */
import type { Root } from "mdast";
import type {} from "remark-directive";
import { visit } from "unist-util-visit";
import { anchorOf } from "../anchor-of.ts";
import { paperSymbolsOf, type Context, type SourceFile } from "../context.ts";
import type { DemoFacts } from "../note.ts";
import { symbolMatcher } from "../symbol-matcher.ts";
import { toText } from "../to-text.ts";

const EXAMPLE = "`:set[c = 0.1]{ring.c=0.1}`";
const listed = (names: readonly string[]): string => names.join(", ") || "none";

/** What an attribute asks for: `ring.c=0.1` or `ring=starved`. */
interface Wish {
  readonly figure: string;
  /** None for a preset. */
  readonly setting?: string;
  readonly value: string;
}

export function boundNumbers(context: Context) {
  return (tree: Root, file: SourceFile): void => {
    const find = symbolMatcher(paperSymbolsOf(context));
    visit(tree, "textDirective", (node) => {
      if (node.name !== "set") return;
      const fail = (reason: string): never => file.fail(reason, node.position);
      const words = toText(node);
      if (words.trim() === "") fail(`what sets a figure has words: ${EXAMPLE}`);
      const wishes = Object.entries(node.attributes ?? {}).map(([key, value]): Wish => {
        const [figure, setting] = key.split(/\.(.*)/s) as [string, string?];
        return { figure, setting, value: value ?? "" };
      });
      const { demo, id } = figureOf(context, wishes, fail);
      const other = otherNumber(words, wishes);
      if (other) fail(`the words say ${other}, which is none of the values that they set`);
      const facts = context.sources.demoFacts[demo];
      if (!facts) return fail(`nothing is known of the settings of “${demo}”`);
      const read = wishes.map((wish) => readWish(facts, demo, wish, fail));
      const symbols = read.flatMap(({ symbol }) => (symbol ? find(symbol).found : []));
      const preset = wishes.find(({ setting }) => setting === undefined)?.value;
      const settings = wishes.flatMap(({ setting, value }) =>
        setting === undefined ? [] : [[setting, value]],
      );
      node.data = {
        hName: "span",
        hProperties: {
          className: ["bound"],
          dataSet: id,
          ...(preset !== undefined && { dataPreset: preset }),
          ...(settings.length > 0 && { dataSettings: String(new URLSearchParams(settings)) }),
          dataSays: read.map(({ says }) => says).join(", "),
          ...(symbols.length > 0 && { dataSymbols: symbols.map((each) => each.id).join(" ") }),
        },
      };
      return undefined;
    });
  };
}

/** Words that name numbers name one that is set, or a reader is promised another. */
function otherNumber(words: string, wishes: readonly Wish[]): string | undefined {
  const set = wishes.flatMap(({ setting, value }) =>
    setting !== undefined && Number.isFinite(Number(value)) ? [Number(value)] : [],
  );
  const said = words.match(/\d[\d,]*(?:\.\d+)?(?:e-?\d+)?/g) ?? [];
  const right = said.some((text) => set.includes(Number(text.replaceAll(",", ""))));
  return set.length === 0 || right ? undefined : said[0];
}

function figureOf({ figures }: Context, wishes: readonly Wish[], fail: (reason: string) => never) {
  const names = [...new Set(wishes.map(({ figure }) => figure))];
  const [name] = names;
  if (name === undefined) return fail(`say which figure is set, and to what: ${EXAMPLE}`);
  if (names.length > 1) return fail(`one press sets one figure, not ${listed(names)}`);
  const wholeFirst = figures.toSorted(
    (a, b) => Number(a.form === "hero") - Number(b.form === "hero"),
  );
  const figure = wholeFirst.find(({ demo }) => anchorOf(demo) === name);
  const known = [...new Set(figures.map(({ demo }) => anchorOf(demo)))];
  return figure ?? fail(`there is no figure “${name}” in this note (known: ${listed(known)})`);
}

function readWish(
  { settings, presets }: DemoFacts,
  demo: string,
  { setting, value }: Wish,
  fail: (reason: string) => never,
): { readonly says: string; readonly symbol?: string } {
  if (setting === undefined) {
    const label = Object.hasOwn(presets, value) ? presets[value] : undefined;
    const known = listed(Object.keys(presets));
    return { says: `“${label ?? fail(`${demo} has no preset “${value}” (known: ${known})`)}”` };
  }
  const facts = settings.find(({ name }) => name === setting);
  const known = listed(settings.map(({ name }) => name));
  if (!facts) return fail(`${demo} has no setting “${setting}” (known: ${known})`);
  const { says, problem } = facts.read(value);
  return problem === undefined ? { says, symbol: facts.symbol } : fail(problem);
}
