/** Omniglot's characters in the order of its packed form: the background half, then the evaluation half, alphabets by name. */

/** Each name with its count of characters. */
const BACKGROUND =
  "Alphabet_of_the_Magi 20,Anglo-Saxon_Futhorc 29,Arcadian 26,Armenian 41,Asomtavruli_(Georgian) 40,Balinese 24,Bengali 46,Blackfoot_(Canadian_Aboriginal_Syllabics) 14,Braille 26,Burmese_(Myanmar) 34,Cyrillic 33,Early_Aramaic 22,Futurama 26,Grantha 43,Greek 24,Gujarati 48,Hebrew 22,Inuktitut_(Canadian_Aboriginal_Syllabics) 16,Japanese_(hiragana) 52,Japanese_(katakana) 47,Korean 40,Latin 26,Malay_(Jawi_-_Arabic) 40,Mkhedruli_(Georgian) 41,N_Ko 33,Ojibwe_(Canadian_Aboriginal_Syllabics) 14,Sanskrit 42,Syriac_(Estrangelo) 23,Tagalog 17,Tifinagh 55";
const EVALUATION =
  "Angelic 20,Atemayar_Qelisayer 26,Atlantean 26,Aurek-Besh 26,Avesta 26,Ge_ez 26,Glagolitic 45,Gurmukhi 45,Kannada 41,Keble 26,Malayalam 47,Manipuri 40,Mongolian 30,Old_Church_Slavonic_(Cyrillic) 45,Oriya 46,Sylheti 28,Syriac_(Serto) 23,Tengwar 25,Tibetan 42,ULOG 26";

/** Drawings of each character, by as many people. */
export const DRAWERS = 20;
/** Bytes of a drawing: 28×28 bits. */
export const BYTES = 98;
const BYTES_OF_CHARACTER = DRAWERS * BYTES;

interface Alphabet {
  /** As its folder is called. */
  readonly name: string;
  /** Its characters are `first` to `first + count - 1`. */
  readonly first: number;
  readonly count: number;
}

export const ALPHABETS: readonly Alphabet[] = numbered(`${BACKGROUND},${EVALUATION}`);

function numbered(names: string): Alphabet[] {
  let next = 0;
  return names.split(",").map((text) => {
    const [name, count] = text.split(" ") as [string, string];
    const first = next;
    next += Number(count);
    return { name, first, count: Number(count) };
  });
}

export const CHARACTERS = 1623;
export const DRAWINGS = CHARACTERS * DRAWERS;

/** The halves, by where they lie among the bytes of all drawings. */
export const HALVES = [
  {
    file: "images_background.zip",
    from: 0,
    to: 964 * BYTES_OF_CHARACTER,
    sha256: "bc2acc61fbddee759ec6ac3a0a765324fe9fea7654cdf378384c6790c718c1f7",
  },
  {
    file: "images_evaluation.zip",
    from: 964 * BYTES_OF_CHARACTER,
    to: DRAWINGS * BYTES,
    sha256: "8cf3816f907d2563cf9834193f4cd02ff3fae691b2488057ae8cdc65a9d5ca31",
  },
] as const;

/** Where a drawing stands among all; null where Omniglot has none of this name. Characters and drawers count from 1. */
export function drawingAt(alphabet: string, character: number, drawer: number): number | null {
  const known = ALPHABETS.find(({ name }) => name === alphabet);
  const within = known && character >= 1 && character <= known.count;
  if (!within || drawer < 1 || drawer > DRAWERS) return null;
  return (known.first + character - 1) * DRAWERS + drawer - 1;
}

/** "Angelic 3". */
export function nameOf(character: number): string {
  const { name, first } = ALPHABETS.findLast((alphabet) => alphabet.first <= character)!;
  return `${name.replaceAll("_", " ")} ${character - first + 1}`;
}
