/** Classes: which is likeliest, how often that is right, and how surprising the right one is. Classes are counted from 0. */
import { sum } from "./broadcast.ts";
import { exp, log, mul, square, step, sub } from "./elementwise.ts";
import { detach, max, mean } from "./reduce.ts";
import { axisOf, reshape } from "./shape.ts";
import { tensor, type Tensor } from "./tensor.ts";

/** Where along an axis, by default the last, x is greatest, of equal ones the first: a tensor without that axis. No gradient. */
export function argmax(x: Tensor, axis = -1): Tensor {
  const along = axisOf(axis, x.rank);
  const n = x.shape[along]!;
  const fixed = detach(x);
  const isGreatest = equal(max(fixed, along, true), fixed);
  const left = Array.from({ length: n }, (_, i) => n - i);
  const placed = tensor(left, [n, ...Array<number>(x.rank - 1 - along).fill(1)]);
  return sub(n, max(mul(isGreatest, placed), along));
}

/** 1 where the numbers are equal, else 0. */
const equal = (a: Tensor, b: Tensor): Tensor => sub(1, step(square(sub(a, b))));

/** Labels [...] as rows [..., classes] with a 1 at the label's place and 0 elsewhere; all 0 where there is no such class. */
export function oneHot(labels: Tensor, classes: number): Tensor {
  const range = tensor(
    Array.from({ length: classes }, (_, i) => i),
    [classes],
  );
  return equal(reshape(labels, [...labels.shape, 1]), range);
}

/** Labels [...], or probabilities of classes [..., k] as they are, for logits [..., k]. */
function targets(logits: Tensor, labels: Tensor): Tensor {
  const [k] = logits.shape.slice(-1);
  const found = labels.rank === logits.rank ? labels : oneHot(labels, k!);
  if (logits.rank === 0 || String(found.shape) !== String(logits.shape)) {
    throw new Error(`Logits [${logits.shape}] and labels [${labels.shape}] don't go together.`);
  }
  return found;
}

/**
 * -log softmax(logits) at the label, in nats, one number a row: logits are [..., k], labels [...], or [..., k] if they are
 * probabilities, and the result is [...]. Without overflow. The gradient by the logits is softmax(logits) - target.
 */
export function crossEntropy(logits: Tensor, labels: Tensor): Tensor {
  const wanted = targets(logits, labels);
  const below = sub(logits, detach(max(logits, -1, true)));
  return sub(log(sum(exp(below), -1)), sum(mul(below, wanted), -1));
}

/** Share of the rows of logits [..., k] that are greatest at their label; labels as for `crossEntropy`. A scalar without gradient. */
export const accuracy = (logits: Tensor, labels: Tensor): Tensor =>
  mean(equal(argmax(logits), argmax(targets(logits, labels))));
