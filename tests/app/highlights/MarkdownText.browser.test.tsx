/** Comments under the page's own policy, which lets no text become markup. */
import { expect, test } from "vitest";
import { MarkdownText } from "../../../src/app/highlights/MarkdownText.tsx";
import { mount } from "../../fixtures/mount.tsx";

test("entities are read, and the rest is formatted all the same", () => {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = "require-trusted-types-for 'script'";
  document.head.append(policy);
  expect(() => (document.createElement("p").innerHTML = "a")).toThrow(TypeError);
  const { place } = mount(<MarkdownText text={"a &lt; b &amp; c &copy; **d**"} />);
  expect(place.textContent).toBe("a < b & c © d");
  expect(place.querySelector("strong")?.textContent).toBe("d");
});

test("each block has the direction of its own words", () => {
  const { place } = mount(
    <MarkdownText text={"# שלום\n\nمرحبا\n\n- English\n\n> اقتباس\n\n    עברית"} />,
  );
  const directions = [...place.querySelectorAll("p, li, pre")].map(
    (block) => getComputedStyle(block).direction,
  );
  expect(directions).toEqual(["rtl", "rtl", "ltr", "rtl", "rtl"]);
});

test.each([
  ["- بند أول\n- item", "rtl"],
  ["1. بند أول\n\n2. بند", "rtl"],
  ["- item\n- بند", "ltr"],
])("the signs of a list stand where its lines begin: %j", (text, direction) => {
  const { place } = mount(<MarkdownText text={text} />);
  for (const each of place.querySelectorAll("ul, ol, li"))
    expect(getComputedStyle(each).direction).toBe(direction);
});
