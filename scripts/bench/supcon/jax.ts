import { nn, numpy as np, valueAndGrad } from "@jax-js/jax";
import { array, train, type Jax } from "../jax-trainer.ts";
import type { Start } from "../trainer.ts";
import { DIMENSIONS, embeddings, positives, RATE, selves, TEMPERATURE } from "./inputs.ts";

function loss(x: Jax, weights: Jax, notSelf: Jax): Jax {
  const z = x.ref.div(np.sqrt(np.sum(np.square(x), 1, { keepdims: true })));
  const alike = np.matmul(z.ref, z.transpose()).mul(1 / TEMPERATURE);
  const all = nn.logsumexp(alike.ref.add(notSelf), 1, { keepdims: true });
  return np.sum(weights.mul(all.sub(alike)));
}

export const start: Start = ({ batch }) => {
  const n = batch!;
  const weights = array(positives(n), [n, n]);
  const notSelf = array(selves(n), [n, n]);
  const trainer = train<Jax>(
    array(embeddings(n), [n, DIMENSIONS]),
    () => [weights.ref, notSelf.ref],
    (x, share, mask) => {
      const [value, slope] = valueAndGrad(loss)(x.ref, share, mask);
      return [value, x.sub(slope.mul(RATE))];
    },
  );
  return {
    ...trainer,
    close() {
      trainer.close();
      weights.dispose();
      notSelf.dispose();
    },
  };
};
