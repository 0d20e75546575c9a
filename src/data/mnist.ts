/** A part of MNIST (LeCun, Cortes and Burges, 1998): see `public/data/NOTICE-data.md`. */
import { checkedContent, type Pin } from "./checked-content.ts";
import { splitPictures, type Pictures, type SplitPictures } from "./grey-pictures.ts";

export const MNIST_PIN: Pin = {
  bytes: 4716004,
  sha256: "20b7e62b0e4f87bac75d09767b9e3da39746b647d60ab05d427f845da7668dd8",
  checksum: 3094695746,
};
export const DIGITS_PIN: Pin = {
  bytes: 39304,
  sha256: "125b0883810ec090e098cee65ed0fb9717134e91d0b97e5f3a248771ef668a3a",
  checksum: 303908606,
};

/**
 * `data/mnist.bin`: the first 10,000 pictures of MNIST's training set and the first 2,000 of its test set, in its order, with 16
 * levels of grey. The labels are the digits. Throws where the file is damaged.
 */
export const readMnist = async (file: ArrayBuffer): Promise<SplitPictures> =>
  splitPictures(await checkedContent(file, MNIST_PIN));

/**
 * `data/digits.bin`, for figures that need a few digits at once: of each digit the first ten pictures of MNIST's test set, digit by
 * digit. Picture i shows the digit ⌊i / 10⌋. Throws where the file is damaged.
 */
export const readDigits = async (file: ArrayBuffer): Promise<Pictures> =>
  splitPictures(await checkedContent(file, DIGITS_PIN)).test;
