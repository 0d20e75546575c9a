/** What an image of MNIST costs as the best fixed picture, the mean of the training images, in nats: `scripts/mnist-floors.ts`. */
export const MEAN_IMAGE = 206;
