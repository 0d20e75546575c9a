import { expect, test } from "vitest";
import { choice, number, toggle } from "../../src/contract/params.ts";
import { valueText } from "../../src/figure/value-text.ts";

const described = { label: "Thing", help: "", effect: "live" } as const;

test("a value is said as its control shows it, never by its name in links", () => {
  const options = [{ value: "ring", label: "8 Gaussians" }] as const;
  expect(valueText(choice({ ...described, fallback: "ring", options }), "ring")).toBe(
    "8 Gaussians",
  );
  const size = number({ ...described, fallback: 5, min: 0, max: 9, unit: "px" });
  expect(valueText(size, 5)).toBe("5 px");
  expect(valueText(toggle({ ...described, fallback: true }), false)).toBe("off");
});
