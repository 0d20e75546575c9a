/** Where the data come from, whose they are, and what was changed: travels with them. */
import { MNIST, type Source } from "./sources.ts";

const packaged = ({ from, name, version }: Source): string =>
  `${from === "npm" ? "npm package" : "Debian package"} \`${name}\` ${version}`;

/** Markdown. */
export const notice = (): string => `# The data in this folder

Written by \`npm run data\`, which makes the files from the packages named here. The licence of the site's code does not apply to
them: each has the licence that its section names. A file is packed by gzip whatever its name ends with.

## mnist.bin, digits.bin

A part of the MNIST database of handwritten digits by Yann LeCun, Corinna Cortes and Christopher J. C. Burges (1998), which is made
of NIST's Special Databases 1 and 3. Had from the ${packaged(MNIST)}, whose own licence does not cover the data.

Licence: [Creative Commons Attribution-ShareAlike 3.0](https://creativecommons.org/licenses/by-sa/3.0/), as usually stated for
MNIST, © Yann LeCun and Corinna Cortes. These two files have the same licence.

Changed: \`mnist.bin\` holds the first 10,000 pictures of the training set and the first 2,000 of the test set, \`digits.bin\` the first ten
pictures of each digit in the test set. The 256 levels of grey became 16.

> Y. LeCun, L. Bottou, Y. Bengio and P. Haffner. Gradient-based learning applied to document recognition. _Proceedings of the
> IEEE_ 86(11):2278–2324, 1998.
`;
