/** Stage 1 of arXiv:2004.11362v5, section 3.1: one step of training by any of the losses that the paper compares. */
import { crossEntropy } from "../../math/classification.ts";
import { valueAndGrad } from "../../math/grad.ts";
import { fold, type Key } from "../../math/key.ts";
import { initMlp, mlp, type Layer } from "../../math/nn.ts";
import { adam } from "../../math/optim.ts";
import { mean } from "../../math/reduce.ts";
import { tensor, type Tensor } from "../../math/tensor.ts";
import type { Tree } from "../../math/tree.ts";
import type { Batch } from "./batch.ts";
import { D_P, embed, initNetworks, project, represent, type Networks } from "./encoder.ts";
import { contrastiveLoss } from "./contrastive-loss.ts";

/** L_out, L_in, SimCLR's L_self, or cross-entropy of a linear classifier on w. */
export type Loss = "out" | "in" | "self" | "crossEntropy";

export type Weights = Networks & {
  /** Of cross-entropy alone: from w to the logits of the classes. */
  readonly classifier: readonly Layer[];
};
export type Learner = { readonly weights: Weights; readonly moments: Tree };

const optimiser = adam();

export function initLearner(key: Key, loss: Loss, classes: number): Learner {
  const classifier =
    loss === "crossEntropy" ? initMlp(fold(key, "classifier"), [D_P, classes]) : [];
  const weights = { ...initNetworks(key), classifier };
  return { weights, moments: optimiser.init(weights) };
}

function lossOf(loss: Loss, weights: Weights, batch: Batch, tau: Tensor): Tensor {
  const r = represent(weights, batch.x);
  if (loss === "crossEntropy") {
    const logits = mlp(weights.classifier, project(weights, r));
    return mean(crossEntropy(logits, tensor(batch.classes, [batch.classes.length])));
  }
  const z = embed(weights, r);
  return loss === "self"
    ? contrastiveLoss("out", z, batch.images, tau)
    : contrastiveLoss(loss, z, batch.classes, tau);
}

/** One step of Adam at rate `alpha`. */
export function learn(
  { weights, moments }: Learner,
  loss: Loss,
  batch: Batch,
  { tau, alpha }: { readonly tau: Tensor; readonly alpha: Tensor },
): { readonly learner: Learner; readonly value: Tensor } {
  const { value, grad } = valueAndGrad((w: Weights) => lossOf(loss, w, batch, tau))(weights);
  const { params, state } = optimiser.update(weights, grad, moments, alpha);
  return { learner: { weights: params, moments: state }, value };
}
