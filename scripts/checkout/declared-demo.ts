/** Where a parsed `demo.ts` says what its demo is. */
import type { ESTree } from "vite";

/** The expression that `demo` is exported as; undefined where there is none. */
export const declaredDemo = ({ body }: ESTree.Program): ESTree.Expression | undefined =>
  body
    .flatMap((node) =>
      node.type === "ExportNamedDeclaration" && node.declaration?.type === "VariableDeclaration"
        ? node.declaration.declarations
        : [],
    )
    .find(({ id }) => id.type === "Identifier" && id.name === "demo")?.init ?? undefined;
