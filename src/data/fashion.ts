/** A part of Fashion-MNIST (Xiao, Rasul and Vollgraf, arXiv:1708.07747v2): see `public/data/NOTICE-data.md`. */
import { checkedContent, type Pin } from "./checked-content.ts";
import { splitPictures, type SplitPictures } from "./grey-pictures.ts";

export const FASHION_PIN: Pin = {
  bytes: 1768504,
  sha256: "1033ed7698683f424fd8655982a7fea1400b134870329b2cf03e167431aa2223",
  checksum: 1133536358,
};

/**
 * `data/fashion.bin`: of each of the ten classes the first 400 pictures of Fashion-MNIST's training set and the first 50 of its test
 * set, in its order, with 16 levels of grey. Labels: 0 T-shirt or top, 1 trouser, 2 pullover, 3 dress, 4 coat, 5 sandal, 6 shirt,
 * 7 sneaker, 8 bag, 9 ankle boot. Throws where the file is damaged.
 */
export const readFashion = async (file: ArrayBuffer): Promise<SplitPictures> =>
  splitPictures(await checkedContent(file, FASHION_PIN));
