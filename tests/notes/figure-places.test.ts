/** What a note knows of its figures once all of it is read. */
import { expect, test } from "vitest";
import { compiled } from "../fixtures/notes/compiled.ts";

const EQUATIONS = `:::equation{#eq-ours source="ours"}
$$
y
$$
:::

:::equation{#eq-first source="Eq. (1)"}
$$
x
$$
:::

`;

test("equations go by the note's numbers, where the note has them", () => {
  const [ring] = compiled(`::demo{id="toy/ring"}\n\n${EQUATIONS}`).meta.figures;
  expect(ring).toMatchObject({
    equations: [{ id: "eq-first", number: 2 }],
    elsewhere: ["(4)"],
  });
  expect(compiled('::demo{id="toy/ring"}').meta.figures[0]).toMatchObject({
    equations: [],
    elsewhere: ["(1)", "(4)"],
  });
});

test("letters of a figure are symbols of the note, if it explains them", () => {
  const [ring] = compiled('::demo{id="toy/ring"}\n\n::notation').meta.figures;
  expect(ring!.symbols).toEqual({ c: "bound", f_w: "critic" });
  expect(compiled('::demo{id="toy/ring"}').meta.figures[0]!.symbols).toEqual({});
});
