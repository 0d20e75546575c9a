/** The pump on a clock that only the test moves: animation frames come each 16 ms unless drawing is said to take longer. */
import { expect, test } from "vitest";
import { createPump } from "../../../src/engine/page/pump.ts";

const ANIMATION_MS = 16;

function bench() {
  let now = 1000;
  let callbacks: (() => void)[] = [];
  let wanted = true;
  let due = false;
  const pulls: number[] = [];
  const pump = createPump({
    nextFrame: (callback) => callbacks.push(callback),
    now: () => now,
    wanted: () => wanted && !due,
    pull() {
      due = true;
      pulls.push(now);
    },
  });
  return {
    pulls,
    request: pump.request,
    /** The reader wants to see something, or nothing. */
    wants(on: boolean) {
      wanted = on;
    },
    arrive() {
      due = false;
      pump.request("drawn");
    },
    rest(ms: number) {
      now += ms;
    },
    animate(ms = ANIMATION_MS) {
      now += ms;
      for (const callback of callbacks.splice(0)) callback();
    },
    now: () => now,
    scheduled: () => callbacks.length,
  };
}

/** The time from one pull to the next where each frame takes `drawing` ms of the thread. */
function period(drawing: number): number {
  const at = bench();
  at.request("soon");
  at.animate();
  for (let i = 0; i < 3; i++) {
    at.arrive();
    at.animate(ANIMATION_MS + drawing);
    for (let j = 0; j < 200 && at.pulls.length < i + 2; j++) at.animate();
  }
  return at.pulls.at(-1)! - at.pulls.at(-2)!;
}

test("a frame is asked for in the next animation frame, one at a time", () => {
  const at = bench();
  at.request("soon");
  at.request("soon");
  expect([at.pulls.length, at.scheduled()]).toEqual([0, 1]);
  at.animate();
  expect(at.pulls).toEqual([1016]);
  at.request("soon");
  expect(at.scheduled()).toBe(0);
});

test("quick drawing gives a frame each 30 ms or so; slow drawing leaves training four times as long", () => {
  expect(period(0)).toBe(32);
  expect(period(60)).toBeGreaterThanOrEqual(4 * 59);
  expect(period(60)).toBeLessThan(4 * 60 + 20);
});

test("however slow drawing is, the picture stands still for half a second at most", () => {
  const at = bench();
  at.request("soon");
  at.animate();
  at.arrive();
  at.animate(400);
  const [pulled] = at.pulls;
  while (at.pulls.length < 2) at.animate();
  expect(at.pulls[1]! - pulled!).toBeLessThan(500 + ANIMATION_MS + 1);
  expect(at.pulls[1]! - pulled!).toBeGreaterThanOrEqual(500);
});

test("rest is no drawing: after a minute of it a frame is asked for within one animation frame", () => {
  const at = bench();
  at.request("soon");
  at.animate();
  at.wants(false);
  at.arrive();
  at.rest(60_000);
  at.wants(true);
  at.request("soon");
  at.animate();
  expect(at.pulls.length).toBe(2);
  // Nor is it told to the frame after that.
  at.arrive();
  at.animate();
  at.animate();
  expect(at.pulls.length).toBe(3);
});

test("a worker that takes long is no slow drawing", () => {
  const at = bench();
  at.request("soon");
  at.animate();
  at.rest(200);
  at.arrive();
  at.animate();
  expect(at.pulls.length).toBe(2);
});

test("how slow drawing was is forgotten after a rest", () => {
  const at = bench();
  at.request("soon");
  at.animate();
  at.arrive();
  at.animate(120);
  while (at.pulls.length < 2) at.animate();
  at.wants(false);
  at.arrive();
  at.rest(60_000);
  at.wants(true);
  at.request("soon");
  at.animate();
  at.wants(false);
  at.arrive();
  at.wants(true);
  at.request("soon");
  at.animate();
  at.animate();
  expect(at.pulls.length).toBe(4);
});

test("what the reader waits for is asked for in the same task, unless a frame is on its way", () => {
  const at = bench();
  at.request("now");
  expect(at.pulls).toEqual([1000]);
  at.request("now");
  expect(at.pulls.length).toBe(1);
  at.wants(false);
  at.arrive();
  at.wants(true);
  at.request("soon");
  at.request("now");
  expect(at.pulls.length).toBe(2);
  at.animate();
  expect(at.pulls.length).toBe(2);
});

test("what is no longer wanted when the animation frame comes is not asked for", () => {
  const at = bench();
  at.request("soon");
  at.wants(false);
  at.animate();
  expect([at.pulls.length, at.scheduled()]).toEqual([0, 0]);
});
