/** A variational autoencoder (Kingma and Welling, arXiv:1312.6114), 784-256-20-256-784, batch 64: Bernoulli pixels, Adam. */
import { batches } from "../numbers.ts";

export const [BATCH, PIXELS, LATENT, RATE] = [64, 784, 20, 0.001];
const HIDDEN = 256;
export const images = batches("vae images", BATCH * PIXELS, (z) => Number(z > 0));
export const noise = batches("vae noise", BATCH * LATENT);
/** Mean and log variance side by side. */
export const encoder = [PIXELS, HIDDEN, 2 * LATENT];
export const decoder = [LATENT, HIDDEN, PIXELS];
