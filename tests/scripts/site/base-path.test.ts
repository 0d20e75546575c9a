import { describe, expect, test } from "vitest";
import { siteAddress } from "../../../scripts/site/address.ts";
import { basePath } from "../../../scripts/site/base-path.ts";

test.each([
  ["", "/"],
  ["/", "/"],
  ["notes", "/notes/"],
  ["/notes", "/notes/"],
  ["/notes/", "/notes/"],
  ["/~ada/paper-notes_2.1/", "/~ada/paper-notes_2.1/"],
])("“%s” is the folder %s", (asked, path) => {
  expect(basePath(asked)).toBe(path);
});

describe("what is no folder of a host stops the build", () => {
  test.each(["https://example.org/notes/", "/a//b/", "/../", "/a b/", '/"/', "/a?b/", "/a#/"])(
    "%s",
    (asked) => {
      expect(() => basePath(asked)).toThrow("BASE_PATH");
    },
  );
});

test("an address that is no host's root leads to BASE_PATH", () => {
  expect(() => siteAddress("https://example.org/notes/")).toThrow("BASE_PATH");
});
