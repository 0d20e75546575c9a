/**
 * Rules for all components. A translating browser replaces text nodes by its own elements: React then cannot take out, nor put
 * something before, a text that comes and goes beside others. Such a text stands in an element.
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

function loose(code: string): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isNode(value)) return;
    if (value.type === "JSXElement" || value.type === "JSXFragment") {
      const children = (value.children as Node[]).filter((child) => !isNothing(child));
      for (const child of children) {
        if (child.type !== "JSXExpressionContainer") continue;
        if (children.length === 1 && value.type === "JSXElement") continue;
        if (isSometimesText(child.expression as Node))
          found.push(code.slice(child.start, child.end));
      }
    }
    Object.values(value).forEach(visit);
  };
  visit(parseAst(code, { lang: "tsx" }).body);
  return found;
}

test("text that comes and goes beside others stands in an element", () => {
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
  ["<p>{a && <span>b</span>} <b>c</b></p>", 0],
  ["<p>{a} <b>c</b></p>", 0],
])("%s: %i", (code, count) => {
  expect(loose(`const x = ${code};`)).toHaveLength(count);
});
