import { adam, rmsprop } from "../../math/optim.ts";

/**
 * Update rules by name. The paper trains with RMSProp (section 4, arXiv:1701.07875v3) without giving its constants: decay .99
 * and epsilon 1e-8 outside the root are PyTorch's, which its code uses. Adam's momentum is the DCGAN baseline's.
 */
export const optimizers = {
  rmsprop: rmsprop({ decay: 0.99, epsilon: 1e-8 }),
  adam: adam({ beta1: 0.5, beta2: 0.999 }),
};
