/**
 * `:claim[The WGAN finds all modes.]{run="wgan/ring?loss=wgan" steps="2000" seeds="5" expect="modes >= 8"}`: a sentence that
 * was checked by running it. Here the claim is read and its result looked up; `claim-marks.ts` prints the result.
 */
import type { Root } from "mdast";
import type {} from "remark-directive";
import { visit } from "unist-util-visit";
import { claimKey, readClaim, type Claim } from "../../claims/claim.ts";
import { shownSpread, type ClaimResult } from "../../claims/result.ts";
import type { Context, SourceFile } from "../context.ts";
import { toText } from "../to-text.ts";

const RUN = "npm run claims";

export function claims(context: Context) {
  return (tree: Root, file: SourceFile): void => {
    const { demos, claims: results } = context.sources;
    visit(tree, "textDirective", (node) => {
      if (node.name !== "claim") return;
      const place = node.position;
      const read = readClaim(node.attributes ?? {});
      if ("problem" in read) file.fail(read.problem, place);
      const { claim } = read;
      const text = toText(node);
      if (text.trim() === "") file.fail("a claim is a sentence: `:claim[sentence]{…}`", place);
      for (const { demo } of claim.runs.filter((run) => run !== undefined)) {
        if (!demos.includes(demo))
          file.fail(`there is no demo “${demo}” (known: ${demos.join(", ") || "none"})`, place);
        if (!context.demos.includes(demo))
          file.fail(`the demo “${demo}” is not in this note: readers could not run it`, place);
      }
      const key = claimKey(claim);
      const result = results?.[key];
      if (results) {
        const problem = result ? failureOf(claim, result) : `was never run: ${RUN}`;
        if (problem) file.fail(`the claim “${text}” ${problem}`, place);
      }
      const index = context.claims.push({ key, claim, text, line: place?.start.line ?? 1 }) - 1;
      node.data = { hName: "span", hProperties: { className: ["claim"], dataClaim: index } };
    });
  };
}

/** How a claim whose runs didn't bear it out failed. */
function failureOf(
  { needed, seeds }: Claim,
  { holds, agree, measured }: ClaimResult,
): string | null {
  if (holds) return null;
  const found = measured.map(({ is, values }) => `${is} is ${shownSpread(values)}`).join(", ");
  const agreed = agree.filter(Boolean).length;
  return `does not hold: ${agreed} of ${seeds.length} seeds agree, ${needed} should; ${found}`;
}
