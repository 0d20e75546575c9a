/** Wasserstein GAN: the Jensen-Shannon divergence of two Gaussians as they part. */
import { expect, test } from "vitest";
import { noteText } from "../fixtures/notes/note-text.ts";

const note = noteText("wgan");

/** Of two Gaussian profiles of deviation 0.1 at distance `theta`, by the midpoint rule. */
function jensenShannon(theta: number): number {
  const step = 1e-4;
  let sum = 0;
  for (let x = -1 + step / 2; x < 2; x += step) {
    const p = Math.exp(-50 * x * x) / Math.sqrt(0.02 * Math.PI);
    const q = Math.exp(-50 * (x - theta) ** 2) / Math.sqrt(0.02 * Math.PI);
    const m = (p + q) / 2;
    if (p > 0) sum += 0.5 * p * Math.log(p / m) * step;
    if (q > 0) sum += 0.5 * q * Math.log(q / m) * step;
  }
  return sum;
}

test("with thick lines", () => {
  const [a, b, c, d] = [0.1, 0.3, 0.5, 1].map((theta) => jensenShannon(theta).toFixed(3));
  expect(note).toContain(
    `$JS$ is $${a}$ at $\\theta=0.1$, $${b}$ at $0.3$, $${c}$ at $0.5$ and $${d}$ at $1$`,
  );
});
