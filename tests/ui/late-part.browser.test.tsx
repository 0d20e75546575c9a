/** A part of the page that does not come takes nothing with it, and is asked for again. */
import { Suspense, type ReactNode } from "react";
import { expect, test, vi } from "vitest";
import { Fence } from "../../src/ui/Fence.tsx";
import { latePart } from "../../src/ui/late-part.tsx";
import { mount } from "../fixtures/mount.tsx";

interface Named {
  readonly name: string;
}
const Hello = ({ name }: Named) => <b>Hello {name}</b>;

/** Loads nothing so many times, and then the component. */
function failing(times: number) {
  let left = times;
  return vi.fn<() => Promise<typeof Hello>>(async () => {
    left -= 1;
    if (left >= 0) throw new TypeError("Failed to fetch dynamically imported module");
    return Hello;
  });
}
const page = (part: ReactNode): ReactNode => (
  <main>
    <h1>Page</h1>
    <Suspense fallback={<i>coming</i>}>{part}</Suspense>
  </main>
);
const button = (place: Element): HTMLButtonElement => place.querySelector("button")!;

test("it says so in its place, once, and comes when it is tried again", async () => {
  const load = failing(1);
  const Part = latePart("The greeting", load);
  const { place } = mount(page(<Part name="you" />));
  await vi.waitFor(() => expect(place.querySelector("[role=alert]")).not.toBeNull());
  expect(place.textContent).toBe("PageThe greeting could not be shown. Try again");
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(load).toHaveBeenCalledTimes(1);
  button(place).click();
  await vi.waitFor(() => expect(place.querySelector("b")?.textContent).toBe("Hello you"));
  expect(load).toHaveBeenCalledTimes(2);
});

test("where it failed twice, the page is offered anew", async () => {
  const Part = latePart("The greeting", failing(9));
  const { place } = mount(page(<Part name="you" />));
  await vi.waitFor(() => expect(button(place)?.textContent).toBe("Try again"));
  button(place).click();
  await vi.waitFor(() => expect(button(place)?.textContent).toBe("Load the page anew"));
});

test("a failure is not kept for the next of its kind, nor a success fetched twice", async () => {
  const load = failing(1);
  const Part = latePart("The greeting", load, ({ name }) => <i>{name}, plainly</i>);
  const { place, show } = mount(page(<Part name="you" />));
  await vi.waitFor(() => expect(place.textContent).toBe("Pageyou, plainly"));
  show(page(<Part key="next" name="they" />));
  await vi.waitFor(() => expect(place.textContent).toBe("PageHello they"));
  show(page(<Part key="third" name="we" />));
  await vi.waitFor(() => expect(place.textContent).toBe("PageHello we"));
  expect(load).toHaveBeenCalledTimes(2);
});

test("a style sheet that did not come is asked for again with its part", async () => {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = "data:nothing/;broken";
  const failed = new Promise((resolve) => link.addEventListener("error", resolve));
  document.body.append(link);
  await failed;
  const Part = latePart("The greeting", failing(1));
  const { place } = mount(page(<Part name="you" />));
  await vi.waitFor(() => expect(button(place)).not.toBeNull());
  button(place).click();
  expect(link.isConnected).toBe(false);
  expect(document.querySelector('link[href^="data:nothing"]')).not.toBeNull();
});

test("a part that breaks while it is drawn takes nothing else with it", () => {
  let broken = true;
  function Breaks() {
    if (broken) throw new Error("no");
    return <b>whole</b>;
  }
  const { place } = mount(
    <main>
      <h1>Page</h1>
      <Fence what="The list">
        <Breaks />
      </Fence>
    </main>,
  );
  expect(place.textContent).toBe("PageThe list could not be shown. Try again");
  broken = false;
  button(place).click();
  return vi.waitFor(() => expect(place.textContent).toBe("Pagewhole"));
});
