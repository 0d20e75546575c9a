/**
 * `node scripts/run.mjs mnist-floors`: what MNIST costs without a model, in nats an image. Numbers in the DRAW note come from here.
 * Needs all of MNIST: see data/whole-mnist.ts.
 */
import { SourceError } from "./data/fetch-source.ts";
import { wholeMnist } from "./data/whole-mnist.ts";
import { fixedCost, greyFloor, meanPicture, withHalf } from "./studies/picture-costs.ts";

export const USAGE = `Usage: node scripts/run.mjs mnist-floors

  MNIST is fetched, or lies in the folder that the variable MNIST names.`;

export function main(): void {
  try {
    study();
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

function study(): void {
  const { train, test } = wholeMnist();
  const [trainMean, testMean] = [meanPicture(train.images), meanPicture(test.images)];
  const half = trainMean.map(() => 0.5);
  // A pixel that is black in all training images may be white in a test image, which then would cost infinitely much.
  const fixed = withHalf(trainMean, train.images.shape[0]!);
  console.log("MNIST, nats an image; a pixel is white with a chance equal to its grey\n");
  row("", "training", "test");
  row("every chance ½", fixedCost(trainMean, half), fixedCost(testMean, half));
  row("mean training image", fixedCost(trainMean, trainMean), fixedCost(testMean, trainMean));
  row("with half an image added", fixedCost(trainMean, fixed), fixedCost(testMean, fixed));
  row("each image by itself", greyFloor(train.images), greyFloor(test.images));
}

const row = (name: string, ...cells: readonly (number | string)[]): void =>
  console.log(
    name.padEnd(26) + cells.map((x) => (typeof x === "string" ? x : nats(x)).padStart(10)).join(""),
  );

const nats = (x: number): string => (Number.isFinite(x) ? x.toFixed(2) : "∞");
