/** The networks of arXiv:2004.11362v5, section 3.1: an encoder and a projection head. Sizes are ours. */
import { fold, type Key } from "../../math/key.ts";
import { initMlp, mlp, type Layer } from "../../math/nn.ts";
import { normalise } from "../../math/norm.ts";
import type { Tensor } from "../../math/tensor.ts";

const PIXELS = 28 * 28;
const HIDDEN = 256;
/** Numbers in r. */
const D_E = 64;
/** Numbers in z: a sphere that can be drawn. */
export const D_P = 3;

export type Networks = { readonly Enc: readonly Layer[]; readonly Proj: readonly Layer[] };

export const initNetworks = (key: Key): Networks => ({
  Enc: initMlp(fold(key, "Enc"), [PIXELS, HIDDEN, D_E]),
  Proj: initMlp(fold(key, "Proj"), [D_E, D_E, D_P]),
});

/** r = Enc(x) / |Enc(x)|, what is kept after training: views [n, 784] to [n, D_E]. */
export const represent = ({ Enc }: Networks, x: Tensor): Tensor =>
  normalise(mlp(Enc, x, { last: "relu" }));

/** w = Proj(r): [n, D_E] to [n, D_P]. */
export const project = ({ Proj }: Networks, r: Tensor): Tensor => mlp(Proj, r);

/** z = w / |w|, on the unit sphere: what the contrastive losses see. */
export const embed = (networks: Networks, r: Tensor): Tensor => normalise(project(networks, r));
