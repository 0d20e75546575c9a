/** Gradients of a loss by a tree of weights. */
import { engine, keep } from "@tensorflow/tfjs-core";
import { zeros, type Tensor } from "./tensor.ts";
import { leaves, mapTree, rebuild, type Tree } from "./tree.ts";

/**
 * From a scalar loss of a tree to its value and gradient; a leaf that the loss doesn't depend on gets zeros. The
 * gradient is itself differentiable: a loss may contain `valueAndGrad` of another function (a gradient penalty).
 */
export function valueAndGrad<P extends Tree>(
  f: (params: P) => Tensor,
): (params: P) => { value: Tensor; grad: P } {
  return (params) => {
    const flat = leaves(params);
    if (flat.length === 0) throw new Error("A gradient needs at least one tensor to be taken by.");
    const { value, grads } = engine().gradients(() => scalarLoss(f(params)), flat, undefined, true);
    // Null where no way leads from the leaf to the loss, which the library's types don't say.
    const found = grads as readonly (Tensor | null | undefined)[];
    return {
      value,
      grad: rebuild(
        params,
        flat.map((leaf, i) => found[i] ?? zeros(leaf.shape)),
      ),
    };
  };
}

/** As `valueAndGrad`, for a function that also returns tensors worth keeping, such as a metric or the outputs. */
export function valueAndGradWithAux<P extends Tree, A extends Tree>(
  f: (params: P) => { loss: Tensor; aux: A },
): (params: P) => { value: Tensor; aux: A; grad: P } {
  return (params) => {
    let held: A | undefined;
    const { value, grad } = valueAndGrad<P>((p) => {
      const { loss, aux } = f(p);
      // The library frees all that the forward pass made except the loss: copies are held over its end.
      held = mapTree((leaf) => keep(leaf.clone()), aux);
      return loss;
    })(params);
    const aux = mapTree((leaf) => {
      const copy = leaf.clone();
      leaf.dispose();
      return copy;
    }, held!);
    return { value, aux, grad };
  };
}

function scalarLoss(loss: Tensor): Tensor {
  if (loss.rank === 0) return loss;
  throw new Error(`A loss is a single number, and this one has shape [${loss.shape}].`);
}
