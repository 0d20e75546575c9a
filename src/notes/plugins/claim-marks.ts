/**
 * The mark after a sentence that was checked by running it: a button that unfolds what was run and measured, without a
 * script (it is the browser's own popover). Everything in it may stand inside a paragraph.
 */
import type { Element, ElementContent, Root } from "hast";
import { visit } from "unist-util-visit";
import { claimQuery, type Claim } from "../../claims/claim.ts";
import { expectationText } from "../../claims/expectation.ts";
import { shownNumber, shownSpread, type ClaimResult } from "../../claims/result.ts";
import type { Context } from "../context.ts";
import { anchorOf } from "../anchor-of.ts";

type Content = readonly (ElementContent | string)[];

function element(tagName: string, className: string, children: Content, more = {}): Element {
  return {
    type: "element",
    tagName,
    properties: { className: className.split(" "), ...more },
    children: children.map((child) =>
      typeof child === "string" ? { type: "text", value: child } : child,
    ),
  };
}

export function claimMarks(context: Context) {
  return (tree: Root): void => {
    visit(tree, "element", (node) => {
      const { dataClaim: index } = node.properties;
      if (index === undefined) return;
      delete node.properties.dataClaim;
      const { key, claim } = context.claims[Number(index)]!;
      const result = context.sources.claims?.[key];
      if (!result) return;
      const id = `claim-check-${Number(index) + 1}`;
      const last = element("span", "together", [lastWord(node), mark(id, result)]);
      node.children.push(last, card(id, claim, result));
    });
  };
}

/** Cuts the last word off the sentence, so that the mark can stay on its line. */
function lastWord({ children }: Element): string {
  const end = children.at(-1);
  const found = end?.type === "text" ? /\S+$/.exec(end.value)?.[0] : undefined;
  if (end?.type !== "text" || !found) return "";
  end.value = end.value.slice(0, -found.length);
  return found;
}

/** "4 of 5 seeds agree (not seed 2)" */
function agreement({ agree, seeds }: ClaimResult): string {
  const not = seeds.filter((_, i) => !agree[i]);
  const exceptions = not.length > 0 ? ` (not seed${not.length > 1 ? "s" : ""} ${list(not)})` : "";
  const of = seeds.length > 1 ? `${seeds.length} seeds agree` : "1 seed agrees";
  return `${seeds.length - not.length} of ${of}${exceptions}`;
}

const list = (items: readonly number[]): string =>
  items.length > 1 ? `${items.slice(0, -1).join(", ")} and ${items.at(-1)}` : items.join("");

function mark(id: string, result: ClaimResult): Element {
  const { agree } = result;
  const agreed = agree.filter(Boolean).length;
  const all = agreed === agree.length;
  return element(
    "button",
    all ? "claim-mark" : "claim-mark claim-mixed",
    [
      element("span", "claim-short", [`✓ ${agreed}/${agree.length}`], { ariaHidden: "true" }),
      element("span", "sr-only", [`Checked: ${agreement(result)}. How?`]),
    ],
    { type: "button", popoverTarget: id },
  );
}

function card(id: string, claim: Claim, result: ClaimResult): Element {
  const { steps, seeds } = claim;
  const { measured, runs, commit } = result;
  const two = claim.runs.length > 1;
  const named = runs.map((says, i) => (two ? `${"ab"[i]}: ${says}` : says));
  const long = steps > 0 ? `${shownNumber(steps)} steps, ` : "";
  const ran = `${long}${
    seeds.length > 1 ? `seeds ${seeds[0]} to ${seeds.at(-1)}` : `seed ${seeds[0]}`
  }`;
  const enough = claim.needed < seeds.length ? `; ${claim.needed} had to` : "";
  const values = measured.map(({ says, values: found }) =>
    element("span", "claim-row", [
      element("span", "claim-says", [says]),
      " ",
      element("span", "claim-value", [shownSpread(found)]),
    ]),
  );
  return element(
    "span",
    "claim-card",
    [
      element("span", "claim-head", [`Checked: ${agreement(result)}${enough}`]),
      element("code", "claim-expect", [expectationText(claim.expect)]),
      element(
        "span",
        "claim-ran",
        [...named, ran].map((line) => element("span", "claim-line", [line])),
      ),
      ...values,
      element("span", "claim-when", [whenText(commit, result.date)]),
      element("span", "claim-links", links(claim)),
    ],
    { id, popover: "auto", role: "group", ariaLabel: "How this sentence was checked" },
  );
}

/** "commit 1a2b3c4, 2026-11-23"; a plus after the commit says that files differed from it. */
function whenText(commit: string | null, date: string): string {
  if (commit === null) return `outside a repository, ${date}`;
  const clean = commit.replace(/\+$/, "");
  return `commit ${clean}${clean === commit ? "" : " with changes"}, ${date}`;
}

function links({ runs, seeds, steps }: Claim): ElementContent[] {
  return runs.flatMap((run, i) => {
    if (!run) return [];
    const href = `${claimQuery(run, seeds[0]!, steps)}#${anchorOf(run.demo)}`;
    const name = runs.length > 1 ? `Set up ${"ab"[i]} here` : "Set it up here";
    return [element("a", "claim-link", [name], { href })];
  });
}
