import fc from "fast-check";
import { expect, test } from "vitest";
import { strictJson } from "../../src/contract/strict-json.ts";

test("what JSON writes is read as it was", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      expect(strictJson(text)).toEqual(JSON.parse(text));
    }),
  );
  for (const text of ['{"a":":","b":["c:","\\"d\\":"],"":"\\\\"}', '{"__proto__":1,"0":{"a" : 1}}'])
    expect(strictJson(text)).toEqual(JSON.parse(text));
});

test.each(['{"a":1,"a":1}', '[{"x":{"b":1,"c":2,"b" : 3}}]', '{"é":1,"\\u00e9":2}', '{"":1,"":1}'])(
  "%s names a thing twice",
  (text) => {
    expect(() => JSON.parse(text) as unknown).not.toThrow();
    expect(() => strictJson(text)).toThrow(SyntaxError);
  },
);

test.each(["\u{feff}{}", "{", "", "{'a':1}"])("“%s” is no JSON", (text) => {
  expect(() => strictJson(text)).toThrow(SyntaxError);
});

test("depth does not matter", () => {
  const depth = 5000;
  expect(() => strictJson(`${"[".repeat(depth)}${"]".repeat(depth)}`)).not.toThrow();
});
