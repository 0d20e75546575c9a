import { adam, array, filled, train, zerosLike, type Jax } from "../jax-trainer.ts";
import type { Start } from "../trainer.ts";
import { gradient, RATE, SIZE, weights } from "./inputs.ts";

export const start: Start = () => {
  const g = array(gradient, [SIZE]);
  const w = array(weights, [SIZE]);
  const trainer = train<Jax[]>(
    [w, zerosLike(w), zerosLike(w)],
    (i) => [g.ref, ...filled(i)],
    ([weight, m, v], slope, f1, f2) => {
      const [next, nextM, nextV] = adam(weight!, slope, m!, v!, f1, f2, RATE);
      f1.dispose();
      f2.dispose();
      return [next!.ref.slice([0, 1]), [next!, nextM!, nextV!]];
    },
  );
  return {
    ...trainer,
    close() {
      trainer.close();
      g.dispose();
    },
  };
};
