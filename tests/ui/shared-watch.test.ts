import { expect, test } from "vitest";
import { sharedWatch } from "../../src/ui/shared-watch.ts";

test("it is listened to once, from the first who subscribes to the last who leaves, and anew afterwards", () => {
  const listeners: (() => void)[] = [];
  const watch = sharedWatch((tell) => {
    listeners.push(tell);
    return () => void listeners.splice(listeners.indexOf(tell), 1);
  });
  const heard: string[] = [];
  expect(listeners).toHaveLength(0);
  const first = watch.subscribe(() => heard.push("first"));
  const second = watch.subscribe(() => heard.push("second"));
  expect(listeners).toHaveLength(1);
  listeners[0]!();
  expect(heard).toEqual(["first", "second"]);
  first();
  first();
  watch.tell();
  expect(heard).toEqual(["first", "second", "second"]);
  expect(listeners).toHaveLength(1);
  second();
  expect(listeners).toHaveLength(0);
  watch.subscribe(() => heard.push("third"));
  listeners[0]!();
  expect(heard.at(-1)).toBe("third");
});
