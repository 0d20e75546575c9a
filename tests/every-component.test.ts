/**
 * Rules for all components. A translating browser replaces text nodes by its own elements: React then cannot take out, nor put
 * something before, a text that comes and goes beside others. Such a text stands in an element. A number between words stays what
 * it was when it was translated: it stands in an element, or is one text with the words.
 */
import { readdirSync, readFileSync } from "node:fs";
import { parseAst } from "vite";
import { expect, test } from "vitest";

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value;

const isText = (node: Node): boolean =>
  (node.type === "Literal" && typeof node.value === "string" && node.value !== "") ||
  node.type === "TemplateLiteral";

/** Whether an expression is a text under some condition, and another or none under others. */
function isSometimesText(node: Node): boolean {
  if (node.type === "ConditionalExpression")
    return [node.consequent as Node, node.alternate as Node].some(
      (branch) => isText(branch) || isSometimesText(branch),
    );
  if (node.type !== "LogicalExpression") return false;
  const right = node.right as Node;
  return node.operator !== "&&" || isText(right) || isSometimesText(right);
}

/** Layout of the source, and comments. */
const isNothing = (node: Node): boolean =>
  node.type === "JSXText"
    ? /^\s*\n\s*$/.test(node.value as string)
    : node.type === "JSXExpressionContainer" &&
      (node.expression as Node).type === "JSXEmptyExpression";

const childrenOf = (node: Node): Node[] =>
  (node.children as Node[]).filter((child) => !isNothing(child));
/** Spaces alone are not translated. */
const isWords = (node: Node): boolean =>
  (node.type === "JSXText" && /\S/.test(node.value as string)) ||
  (node.type === "JSXFragment" && childrenOf(node).some(isWords)) ||
  (node.type === "JSXExpressionContainer" &&
    isText(node.expression as Node) &&
    (node.expression as Node).value !== " ");

/** Name and key of an element, as they are written. */
function sortOf({ openingElement }: Node): string {
  const { name, attributes } = openingElement as {
    name: { name: string };
    attributes: { name?: { name: string }; value?: { value?: string } }[];
  };
  const key = attributes.find((each) => each.name?.name === "key");
  return `${name.name} ${key?.value?.value ?? ""}`;
}

/** Whether words go one by one when a condition changes: those of a fragment, and of an element that the other branch takes over. */
function isSometimesWords(node: Node): boolean {
  if (node.type === "LogicalExpression") {
    const right = node.right as Node;
    return right.type === "JSXFragment" && isWords(right);
  }
  if (node.type !== "ConditionalExpression") return false;
  const branches = [node.consequent as Node, node.alternate as Node];
  if (branches.some((branch) => branch.type === "JSXFragment" && isWords(branch))) return true;
  return (
    branches.every(({ type }) => type === "JSXElement") &&
    sortOf(branches[0]!) === sortOf(branches[1]!) &&
    branches.some((branch) => childrenOf(branch).length > 1 && childrenOf(branch).some(isWords))
  );
}

/** Numbers are printed by functions of such names. */
const isNumber = ({ type, callee }: Node): boolean =>
  type === "CallExpression" && /^format[A-Z]/.test(String((callee as { name?: string }).name));

function loose(code: string): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isNode(value)) return;
    if (isSometimesWords(value)) found.push(code.slice(value.start, value.end));
    if (value.type === "JSXElement" || value.type === "JSXFragment") {
      const children = childrenOf(value);
      for (const child of children) {
        if (child.type !== "JSXExpressionContainer") continue;
        if (children.length === 1 && value.type === "JSXElement") continue;
        const isBetweenWords = isNumber(child.expression as Node) && children.some(isWords);
        if (isBetweenWords || isSometimesText(child.expression as Node))
          found.push(code.slice(child.start, child.end));
      }
    }
    Object.values(value).forEach(visit);
  };
  visit(parseAst(code, { lang: "tsx" }).body);
  return found;
}

test("text that comes and goes beside others, or changes between them, stands in an element", () => {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" });
  const components = files.filter((file) => file.endsWith(".tsx"));
  const found = components.flatMap((file) =>
    loose(readFileSync(`src/${file}`, "utf8")).map((text) => `${file}: ${text}`),
  );
  expect(components.length).toBeGreaterThan(100);
  expect(found).toEqual([]);
});

test.each([
  ['<p>{a && "b"} <b>c</b></p>', 1],
  ['<p>a {b ? "c" : "d"}</p>', 1],
  ["<p>{a ?? b} <b>c</b></p>", 1],
  ["<>{a ? `b ${c}` : <i>d</i>}</>", 1],
  ['<p>{a && "b"}</p>', 0],
  ["<p>after {formatCount(a)} steps</p>", 1],
  ["<p>{formatCount(a)} / {formatCount(b)}</p>", 2],
  ["<p>after <b>{formatCount(a)}</b> steps</p>", 0],
  ["<p>{`after ${formatCount(a)} steps`}</p>", 0],
  ["<p>{a && <span>b</span>} <b>c</b></p>", 0],
  ["<p>{a} <b>c</b></p>", 0],
  ["<p>{a ? <>b <i>c</i></> : <i>d</i>}</p>", 1],
  ["<p>{a && <>b <i>c</i></>}</p>", 1],
  ["a ? <p>b <i>c</i></p> : <p>d</p>", 1],
  ["<p>{a ? <span key='b'>b <i>c</i></span> : <span key='d'>d</span>}</p>", 0],
  ["a ? <p>b <i>c</i></p> : <div>d</div>", 0],
  ["a ? <p>b</p> : <p>c</p>", 0],
])("%s: %i", (code, count) => {
  expect(loose(`const x = ${code};`)).toHaveLength(count);
});
