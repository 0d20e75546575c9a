/** Results under a browser that translates: it takes each text node away and puts its own elements there. */
import { expect, test } from "vitest";
import type { Passage } from "../../../src/notes/note.ts";
import { SearchResults } from "../../../src/app/search/SearchResults.tsx";
import type { ShownGroup } from "../../../src/app/search/use-search.ts";
import { mount } from "../../fixtures/mount.tsx";

function translate(place: Element): void {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    const own = document.createElement("font");
    own.textContent = text.data;
    text.replaceWith(own);
  }
}

const group = (terms: readonly string[], ...passages: Passage[]): ShownGroup => ({
  slug: "wgan",
  title: "Wasserstein GAN",
  from: 0,
  lines: [
    ...passages.map((passage) => ({
      kind: "hit" as const,
      hit: { slug: "wgan", passage, terms: new Set(terms) },
    })),
    { kind: "more", slug: "wgan", count: passages.length },
  ],
});
const critic: Passage = {
  id: "a",
  kind: "symbol",
  title: "critic steps",
  symbol: "n_critic",
  text: "How many steps the critic takes.",
};
const loss: Passage = { id: "b", kind: "section", title: "The loss of the critic", text: "loss" };
const bare: Passage = { id: "c", kind: "equation", title: "Equation 2, W^2", text: "" };

test("other results take their place, whatever was made of the first", () => {
  const shown = (...groups: ShownGroup[]) => (
    <SearchResults
      id="list"
      groups={groups}
      active={0}
      optionId={(at) => `list-${at}`}
      onTake={() => undefined}
    />
  );
  const steps = [
    [group(["critic"], critic, loss)],
    [group(["loss"], loss, critic, bare)],
    [group(["w"], bare)],
    [],
    [group(["steps"], critic)],
  ];
  const { place, show } = mount(shown(...steps[0]!));
  for (const groups of steps) {
    show(shown(...groups));
    const titles = [...place.querySelectorAll(".search-title")].map((each) => each.textContent);
    const wanted = groups.flatMap(({ lines }) =>
      lines.flatMap((line) => (line.kind === "hit" ? [line.hit.passage] : [])),
    );
    expect(titles).toEqual(
      wanted.map(({ symbol, title }) =>
        (symbol ? `${symbol} ${title}` : title).replaceAll(/[_^]/g, ""),
      ),
    );
    translate(place);
  }
});
