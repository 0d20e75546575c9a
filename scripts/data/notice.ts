/** Where the data come from, whose they are, and what was changed: travels with them. */
import { readFileSync } from "node:fs";
import {
  DEJAVU,
  FASHION,
  HI_MELODY,
  MNIST,
  NOTO_SANS,
  OPENTYPE,
  YOMOGI,
  type Source,
} from "./sources.ts";

const packaged = ({ from, name, version }: Source): string =>
  `${from === "npm" ? "npm package" : "Debian package"} \`${name}\` ${version}`;

const licence = (name: string): string =>
  `\`\`\`text\n${readFileSync(`scripts/data/licences/${name}.txt`, "utf8").trim()}\n\`\`\``;

/** Years as the packages' own licence files have them. */
const YEARS: Readonly<Record<string, number>> = { hebrew: 2024, bengali: 2025 };
const noto = Object.entries(NOTO_SANS)
  .map(
    ([script, source]) =>
      `- ${packaged(source)}: Copyright ${YEARS[script] ?? 2022} The Noto Project Authors (https://github.com/notofonts/${script})`,
  )
  .join("\n");

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

## fashion.bin

A part of Fashion-MNIST by Han Xiao, Kashif Rasul and Roland Vollgraf (2017), Zalando Research. Had from the ${packaged(FASHION)}.

Licence: MIT, © 2017 Zalando SE, https://tech.zalando.com. Its text is at the end of this file.

Changed: of each class the first 400 pictures of the training set and the first 50 of the test set, in their order. The 256 levels
of grey became 16.

> H. Xiao, K. Rasul and R. Vollgraf. Fashion-MNIST: a novel image dataset for benchmarking machine learning algorithms.
> arXiv:1708.07747v2, 2017.

## glyphs.bin

Characters of 35 scripts as the strokes of a pen, called Glyphs. The lines in the middle of printed characters were computed and
cut into strokes; what looked like another character, or was one straight line, was left out. The file holds no font, and no outline of
one. Drawings are made of it by a program (\`src/data/glyph-drawer.ts\`).

The characters are those of these fonts, each under the licence that is named; the texts are at the end of this file. We handle the
file as a work under both.

Bitstream Vera and DejaVu licence:

- ${packaged(DEJAVU)}, DejaVu Sans: Copyright (c) 2003 by Bitstream, Inc.; Copyright (c) 2006 by Tavmjong Bah; changes of the
  DejaVu project are in the public domain

SIL Open Font License, Version 1.1:

${noto}
- ${packaged(YOMOGI)}: Copyright 2020 The Yomogi Project Authors (https://github.com/satsuyako/YomogiFont), all rights reserved.
- ${packaged(HI_MELODY)}: Copyright (c) YoonDesign Inc. All Rights Reserved.

The fonts were read with the ${packaged(OPENTYPE)}, of which nothing is in the file.

## Licence of Fashion-MNIST: MIT

Copyright © 2017 Zalando SE, https://tech.zalando.com

${licence("mit")}

## Licence of DejaVu and Bitstream Vera

${licence("dejavu")}

## SIL Open Font License 1.1

${licence("ofl-1.1")}
`;
