import { renderToString } from "react-dom/server";
import { beforeAll, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { Numbers } from "../../../src/ui/parts/stage-box.ts";
import { Sphere, type SphereProps } from "../../../src/ui/parts/Sphere.tsx";
import {
  drag,
  hover,
  mouse,
  nextFrame,
  placeIn,
  swipe,
  touch,
  type At,
} from "../../fixtures/hand.ts";
import { mount } from "../../fixtures/mount.tsx";

/** What follows the hand comes when it is first needed: here before. */
beforeAll(() => import("../../../src/ui/parts/SphereReader.tsx"));

/** The six ends of the axes, and beside the first another point. */
const points: Numbers = {
  shape: [7, 3],
  data: Float32Array.of(1, 0, 0, -1, 0, 0, 0, 1, 0, 0, -1, 0, 0, 0, 1, 0, 0, -1, 0.6, 0.8, 0),
};
const names = ["sign A", "sign B"];
const classes = [0, 1, 0, 1, 0, 1, 1];
const pictures: Numbers = { shape: [7, 4, 4], data: new Float32Array(7 * 16).fill(0.5) };

function mountSphere(props: Partial<SphereProps> = {}) {
  const { place } = mount(
    <Sphere label="Embeddings" {...{ points, classes, names, pictures }} {...props} />,
  );
  const plane = page.getByRole("application");
  const at = (x: number, y: number): At => placeIn(plane.element(), [x, y]);
  const card = () => place.querySelector(".lp-point-card");
  /** Where the one point that is read lies, in shares of the plane. */
  const drawn = (): string => place.querySelector(".lp-sphere-drawing")!.innerHTML;
  const said = (): string => place.querySelector("[aria-live]")!.textContent;
  return { place, plane, at, card, drawn, said };
}

/** With the hand on it, and what follows that. */
async function focused(plane: HTMLElement | SVGElement): Promise<void> {
  plane.focus();
  await nextFrame();
  await nextFrame();
}

/** The drawing once it moves no more. */
async function rested(drawn: () => string): Promise<string> {
  let last = "";
  await vi.waitFor(
    async () => {
      const before = drawn();
      await nextFrame();
      await nextFrame();
      last = drawn();
      expect(last).toBe(before);
    },
    { timeout: 5000 },
  );
  return last;
}

test("keys step through the points: each turns to the front, shows its picture and is told", async () => {
  const { plane, card, said, drawn, place } = mountSphere();
  await focused(plane.element());
  await userEvent.keyboard("{PageDown}{PageDown}");
  expect(said()).toBe("Point 2 of 7: sign B");
  await rested(drawn);
  await vi.waitFor(() => expect(card()!.textContent).toBe("sign B"));
  expect(card()!.querySelector("canvas")).not.toBeNull();
  const ring = place.querySelector(".lp-sphere-picked")!;
  expect(Number(ring.getAttribute("cx"))).toBeCloseTo(1600, 0);
  expect(Number(ring.getAttribute("cy"))).toBeCloseTo(1600, 0);
  await userEvent.keyboard("{PageUp}{PageUp}");
  expect(said()).toBe("Point 7 of 7: sign B");
  await userEvent.keyboard("{Escape}");
  expect(card()).toBeNull();
});

test("arrow keys turn it and tell where it faces; Shift turns it less", async () => {
  const { plane, said, drawn } = mountSphere();
  await focused(plane.element());
  await userEvent.keyboard("{Home}");
  await rested(drawn);
  await userEvent.keyboard("{ArrowRight}{ArrowDown}");
  expect(said()).toBe("Facing 10° east, 10° south");
  await userEvent.keyboard("{Shift>}{ArrowRight}{/Shift}");
  expect(said()).toBe("Facing 12° east, 10° south");
  await userEvent.keyboard("{ArrowUp>12/}");
  expect(said()).toBe("Facing 12° east, 90° north");
});

test("a drag turns what is under the pointer along with it", async () => {
  const { plane, at, place, drawn } = mountSphere();
  await focused(plane.element());
  await userEvent.keyboard("{Home}");
  await rested(drawn);
  const ring = (): number => Number(place.querySelector(".lp-sphere-picked")!.getAttribute("cx"));
  await mouse("mousePressed", at(0.5, 0.5));
  await mouse("mouseMoved", at(0.55, 0.5));
  await mouse("mouseMoved", at(0.6, 0.5));
  await nextFrame();
  // A tenth of the view, on a ball that bends away.
  expect(ring()).toBeGreaterThan(1860);
  expect(ring()).toBeLessThan(1930);
  // Held still, it stays where it is let go.
  await new Promise((resolve) => setTimeout(resolve, 150));
  const held = drawn();
  await mouse("mouseReleased", at(0.6, 0.5));
  await nextFrame();
  expect(drawn()).toBe(held);
});

test("a finger that comes before what follows it has not pressed in vain", async () => {
  // A point is in front from the start.
  const { plane, at, card } = mountSphere({
    points: { shape: [1, 3], data: points.data.slice(0, 3) },
  });
  const [clientX, clientY] = at(0.5, 0.5);
  for (const type of ["pointerover", "pointerdown", "pointerup"])
    plane
      .element()
      .dispatchEvent(
        new PointerEvent(type, { bubbles: true, pointerType: "touch", clientX, clientY }),
      );
  await vi.waitFor(() => expect(card()?.textContent).toBe("sign A"));
});

test("let go in motion it coasts on and comes to rest; not where the reader wants less motion", async () => {
  const { plane, at, drawn } = mountSphere();
  await focused(plane.element());
  const places = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6].map((x) => at(x, 0.5));
  /** All at once: a pause before the release would be a hold. */
  const fling = () =>
    Promise.all([
      mouse("mousePressed", places[0]!),
      ...places.slice(1).map((place) => mouse("mouseMoved", place)),
      mouse("mouseReleased", places.at(-1)!),
    ]);
  await fling();
  const released = drawn();
  expect(await rested(drawn)).not.toBe(released);

  const real = matchMedia.bind(globalThis);
  const less = vi
    .spyOn(globalThis, "matchMedia")
    .mockImplementation((query) =>
      query.includes("reduced-motion") ? ({ matches: true } as MediaQueryList) : real(query),
    );
  await fling();
  const still = drawn();
  await nextFrame();
  await nextFrame();
  expect(drawn()).toBe(still);
  less.mockRestore();
});

test("a drag that is taken away gives the view back", async () => {
  const { at, drawn } = mountSphere();
  const before = drawn();
  await touch("touchStart", at(0.3, 0.5));
  for (let k = 1; k <= 6; k++) await touch("touchMove", at(0.3 + 0.05 * k, 0.5));
  await vi.waitFor(() => expect(drawn()).not.toBe(before));
  await touch("touchCancel");
  await vi.waitFor(() => expect(drawn()).toBe(before));
});

test("a finger turns it sideways; up and down it scrolls the page and turns nothing", async () => {
  const { place, at, drawn } = mountSphere();
  place.style.paddingBottom = "3000px";
  await swipe(at(0.3, 0.5), at(0.7, 0.5));
  await rested(drawn);
  expect(scrollY).toBe(0);
  const before = drawn();
  await swipe(at(0.5, 0.8), at(0.5, 0.2));
  await vi.waitFor(() => expect(scrollY).toBeGreaterThan(40));
  await vi.waitFor(() => expect(drawn()).toBe(before));
});

test("a point under the pointer shows its card; a press keeps it; on the far side there is nothing to read", async () => {
  const { plane, card, drawn, said, at } = mountSphere();
  await focused(plane.element());
  await userEvent.keyboard("{Home}");
  await rested(drawn);
  await userEvent.keyboard("{Escape}");
  await hover(at(0.5, 0.5));
  expect(card()!.textContent).toBe("sign A");
  await hover(at(0.06, 0.06));
  expect(card()).toBeNull();
  await drag([at(0.5, 0.5)]);
  await hover(at(0.06, 0.06));
  expect(card()!.textContent).toBe("sign A");
  await userEvent.keyboard("{Escape}{ArrowRight>18/}");
  expect(said()).toMatch(/^Facing 180° (east|west)/);
  await hover(at(0.5, 0.5));
  expect(card()!.textContent).toBe("sign B");
});

test("in colour, channels first or last", async () => {
  const red = {
    shape: [7, 2, 2, 3],
    data: new Float32Array(7 * 12).map((_, k) => Number(k % 3 === 0)),
  };
  const blue = {
    shape: [7, 3, 2, 2],
    data: new Float32Array(7 * 12).map((_, k) => Number(k % 12 >= 8)),
  };
  for (const [values, wanted] of [
    [red, [255, 0, 0, 255]],
    [blue, [0, 0, 255, 255]],
  ] as const) {
    const { place, plane } = mountSphere({ pictures: values });
    await focused(plane.elements().at(-1)!);
    await userEvent.keyboard("{End}");
    const canvas = place.querySelector("canvas")!;
    expect([...canvas.getContext("2d")!.getImageData(1, 1, 1, 1).data]).toEqual(wanted);
    place.remove();
  }
});

test("turns by itself only if asked, until the pointer comes or the reader stops it", async () => {
  await hover([400, 800]);
  const quiet = mountSphere();
  await nextFrame();
  const still = quiet.drawn();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(quiet.drawn()).toBe(still);
  quiet.place.remove();
  const { drawn, at } = mountSphere({ turns: true });
  const first = drawn();
  await vi.waitFor(() => expect(drawn()).not.toBe(first));
  await hover(at(0.06, 0.06));
  await rested(drawn);
  await page.getByRole("button", { name: "Hold still" }).click();
  await rested(drawn);
  // It says what a press does, and is not a switch that looks pressed while a hand on the sphere holds it.
  await expect
    .element(page.getByRole("button", { name: "Turn" }))
    .not.toHaveAttribute("aria-pressed");
});

test("the map shows all points in front", async () => {
  const { place, plane } = mountSphere();
  await page.getByRole("button", { name: "Flat map" }).click();
  await expect.element(plane).toHaveAccessibleName("Embeddings: 7 points on a map of the sphere");
  const depths = [...place.querySelectorAll(".lp-sphere-plane .lp-class")].map(
    (mark) => mark.classList,
  );
  for (const list of depths) expect(list).toContain("lp-depth-3");
});

test("a page without scripts has the sphere, and the map for paper", () => {
  const html = renderToString(<Sphere label="Embeddings" {...{ points, classes, names }} />);
  expect(html.match(/lp-sphere-(globe|map)/g)).toEqual(["lp-sphere-globe", "lp-sphere-map"]);
  expect(html).not.toMatch(/canvas|style=/);
});

test("the name of a class behind is drawn over the veil and all marks, paler", () => {
  const { place } = mountSphere({ classes: [0, 1, -1, -1, -1, -1, 0] });
  const behind = place.querySelector(".lp-sphere-globe > .lp-sphere-behind")!;
  expect(behind.textContent).toBe("sign B");
  for (const other of place.querySelectorAll(".lp-sphere-globe > :is(.lp-sphere-veil, .lp-class)"))
    expect(other.compareDocumentPosition(behind)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  const colour = (element: Element): string => getComputedStyle(element).fill;
  expect(colour(behind)).not.toBe(colour(behind.nextElementSibling!));
});

test("a name stands where its class lies together, and points of no class are quiet", () => {
  const { place } = mountSphere({ classes: [0, -1, -1, -1, -1, 1, 0] });
  const texts = [...place.querySelectorAll(".lp-sphere-names text")];
  expect(texts.map(({ textContent }) => textContent).sort()).toEqual(["sign A", "sign B"]);
  const quiet = [...place.querySelectorAll(".lp-class-quiet")].map((path) =>
    path.getAttribute("d"),
  );
  expect(quiet.join("").match(/M/g)).toHaveLength(4);
});

test("a small one has its key and no map", () => {
  mountSphere({ small: true });
  expect(page.getByRole("button").elements()).toHaveLength(0);
  expect(page.getByRole("list").elements()).toHaveLength(1);
});

test("names of two classes in one place stand one above the other", () => {
  const together: Numbers = { shape: [2, 3], data: Float32Array.of(1, 0.04, 0, 1, -0.04, 0) };
  const { place } = mountSphere({ points: together, classes: [0, 1], pictures: undefined });
  const [a, b] = [...place.querySelectorAll(".lp-sphere-names text")].map((name) =>
    name.getBoundingClientRect(),
  );
  // A line of letters has more height than its digits.
  expect(Math.abs(a!.top - b!.top)).toBeGreaterThan(0.65 * a!.height);
});
